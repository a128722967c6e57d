import sharp from 'sharp'

// One picture at a time on one core: people are served meanwhile. What is decoded once is not needed again.
sharp.concurrency(1)
sharp.cache(false)
// What photos come in, and nothing else.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Heif'].map((kind) => `VipsForeignLoad${kind}Buffer`) })

export { sharp }
