import { startEngine } from './engine.ts'

// Makes the files of an empty database in the folder that is its argument, then ends.
const [, , files] = process.argv
if (files === undefined) throw new Error('make-files needs a folder')
const engine = await startEngine(files, true)
await engine.close()
