// All that the router calls of it while it is loaded.
module.exports = { fillMaxHeight: () => undefined }
