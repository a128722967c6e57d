import sharp from 'sharp'

// Each step on one core: people are served meanwhile. What is decoded once is not needed again.
sharp.concurrency(1)
sharp.cache(false)
// What photos come in. SVG is for drawings of our own: no photo that is not a JPEG, PNG, WebP or AVIF by its first bytes gets here.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Svg'].map((kind) => `VipsForeignLoad${kind}Buffer`) })

export { sharp }
