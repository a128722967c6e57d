const round = (value: number) => Math.round(value * 100) / 100

export function ellipse(cx: number, cy: number, rx: number, ry: number) {
  const [left, across] = [round(cx - rx), round(rx * 2)]
  return `M${left} ${cy}a${rx} ${ry} 0 1 0 ${across} 0a${rx} ${ry} 0 1 0 ${-across} 0z`
}

export const circle = (cx: number, cy: number, r: number) => ellipse(cx, cy, r, r)

export function rect(x: number, y: number, width: number, height: number, corner = 0) {
  const r = Math.min(corner, width / 2, height / 2)
  if (r === 0) return `M${x} ${y}h${width}v${height}h${-width}z`
  const [w, h] = [round(width - 2 * r), round(height - 2 * r)]
  const turn = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`
  return `M${round(x + r)} ${y}h${w}${turn(r, r)}v${h}${turn(-r, r)}h${-w}${turn(-r, -r)}v${-h}${turn(r, -r)}z`
}

export const polygon = (points: string) => `M${points.trim()}z`
export const polyline = (points: string) => `M${points.trim()}`
