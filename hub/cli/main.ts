// `npm run handrail`: the hub from a terminal, as a process.
import { handrail } from './handrail.ts'

const { stdout, stderr, stdin, env } = process
process.exitCode = await handrail(process.argv.slice(2), {
  out: (text) => void stdout.write(text),
  err: (text) => void stderr.write(text),
  stdin,
  env,
})
