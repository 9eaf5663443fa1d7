// The `handrail` command: reads the command line and answers the exit code; what the commands do is in the files beside.
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { FieldName } from '../../lib/schema/ids.ts'
import type { Role } from '../../lib/schema/member.ts'
import { Rollout } from '../../lib/schema/rollout.ts'
import { ClientFault } from '../client.ts'
import { HubFault, invalid } from '../fault.ts'
import { type Bundle, bundle, key } from './bundle.ts'
import { type Import, importInto } from './import.ts'
import { type ImportKind, kinds } from './import-source.ts'
import { defaultUrl, init } from './init.ts'
import type { Io } from './io.ts'
import { type Lint, lint } from './lint.ts'
import { type List, list } from './list.ts'
import { type Case, match } from './match.ts'
import { invite, join } from './membership.ts'
import { type PushOptions, push } from './push.ts'
import { type Described, parse, schema } from './schema.ts'
import { type Verify, verify } from './verify.ts'

/** `args` are those after the command's own name. */
export async function handrail(args: readonly string[], io: Io): Promise<number> {
  let exitCode = 0
  const ended = async (command: Promise<unknown>) => {
    const answer = await command
    if (typeof answer === 'number') exitCode = answer
  }
  try {
    await programFor(io, ended).parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode
    const isExpected = error instanceof ClientFault || error instanceof HubFault
    io.err(`${isExpected ? sentenceOf(error) : error instanceof Error ? error.stack : String(error)}\n`)
    return 1
  }
}

function programFor(io: Io, ended: (command: Promise<unknown>) => Promise<void>): Command {
  const program = new Command('handrail')
    .description('Handrail team hub from the command line')
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (text, write) =>
        write(
          `${text
            .replace(/^error: /, '')
            .trim()
            .replace(/\.$/, '')}. See --help.\n`,
        ),
    })
  const hub = new Option('--hub <url>', 'address of the hub').argParser(readHubUrl).makeOptionMandatory()
  const token = new Option('--token <token>', 'token of this device, from npm run handrail -- join').default(io.env.HANDRAIL_TOKEN || null, 'HANDRAIL_TOKEN')

  program
    .command('init')
    .description('make a team and print the invite of its first admin')
    .requiredOption('--team <name>', 'name of the team')
    .option('--data <dir>', 'data folder of the built-in PostgreSQL; not used with DATABASE_URL')
    .option('--url <url>', 'address that people will reach the hub by', readHubUrl, defaultUrl)
    .option('--another', 'make a team beside the one that is there')
    .action((options: { team: string; data?: string; url: string; another?: boolean }) => ended(init(options, io)))

  program
    .command('join')
    .description('turn an invite into a token, printed on stdout')
    .addOption(new Option('--hub <url>', 'address of the hub; a whole invite link names it already').argParser(readHubUrl))
    .requiredOption('--invite <code>', 'invite code or the whole link')
    .option('--name <name>', 'your name', io.env.USER ?? 'Command line')
    .action((options: { hub?: string; invite: string; name: string }) => ended(join(options, io)))

  program
    .command('invite')
    .description('invite one person, or a member on a new device, and print code and link')
    .addOption(hub)
    .addOption(token)
    .addOption(new Option('--role <role>', 'role of the new member').choices(['agent', 'lead', 'admin']))
    .addOption(new Option('--member <name>', 'member who joins again on a new device, keeping name and role').conflicts('role'))
    .action((options: { hub: string; token: string | null; role?: Role; member?: string }) => ended(invite({ ...options, token: given(options.token) }, io)))

  program
    .command('list')
    .description('print the playbooks of the team with version, day and title')
    .addOption(hub)
    .addOption(token)
    .option('--snippets', 'print the snippets instead, the most used first')
    .addOption(new Option('--sites', 'print the site profiles instead, and on what each was verified').conflicts('snippets'))
    .option('--days <number>', 'how many days of use to count', readDays, 30)
    .option('--json', 'print one JSON document')
    .action((options: Omit<List, 'token'> & { token: string | null }) => ended(list({ ...options, token: given(options.token) }, io)))

  program
    .command('lint')
    .description('check playbooks, snippets and sites; ends with 1 on errors')
    .argument('<dir>', 'folder of playbooks')
    .addOption(new Option('--json', 'print one JSON document: files, problems, counts').conflicts('github'))
    .option('--github', 'print problems as annotations, for a workflow on GitHub')
    .option('--hints', 'also name what is no fault: fields that nothing uses, site profiles that nobody verified')
    .option('--queues <names>', 'queues of the team, separated by commas; a playbook that names another is faulty', readNames)
    .action((dir: string, options: Lint) => ended(lint(dir, options, io)))

  program
    .command('match')
    .description('print which playbooks a case would show and why, and which a negative trigger keeps back')
    .argument('<dir>', 'folder of playbooks')
    .option('--url <url>', 'address of the page', '')
    .option('--subject <text>', 'subject of the case', '')
    .option('--text <file>', 'file with the conversation; - is standard input')
    .option('--field <name=value>', 'a case field; once for each', readField, [])
    .option('--json', 'print one JSON document: matches, keptBack')
    .action((dir: string, options: Case) => ended(match(dir, options, io)))

  program
    .command('parse')
    .description('print the parsed form of one playbook as JSON')
    .argument('<file>', 'Markdown file')
    .action((file: string) => ended(parse(file, io)))

  program
    .command('schema')
    .description('print the JSON Schema of the parsed form of a playbook, or of a site file')
    .addArgument(new Argument('[what]', 'what it describes').choices(['playbook', 'site']).default('playbook'))
    .option('--out <file>', 'write it into a file instead')
    .action((what: Described, options: { out?: string }) => ended(schema(what, options, io)))

  program
    .command('import')
    .description('turn documents and replies of other tools into playbooks and snippets; without --out, say what would be made')
    .addArgument(new Argument('<kind>', 'what it is').choices(kinds))
    .argument('<path>', 'file, or folder with everything below it')
    .option('--out <dir>', 'folder to write into')
    .addOption(new Option('--as <purpose>', 'what Markdown documents are').choices(['auto', 'checklist', 'reference']).default('auto'))
    .option('--replace', 'write over files that are in the folder with other text')
    .option('--json', 'print one JSON document: counts, dropped, files')
    .action((kind: ImportKind, path: string, options: Import) => ended(importInto(kind, path, options, io)))

  program
    .command('push')
    .description('lint, then publish what changed')
    .argument('<dir>', 'folder of playbooks')
    .addOption(hub)
    .addOption(token)
    .option('--note <text>', 'what changed, for the team', 'Pushed from files')
    .option('--force', 'publish over versions that this folder is not based on')
    .addOption(new Option('--open-cases <what>', 'what becomes of cases that are open on an earlier version').choices(Rollout.options).default('next-case'))
    .option('--confirm', 'ask everybody to confirm that they have read what is published')
    .action((dir: string, options: Omit<PushOptions, 'token'> & { token: string | null }) => ended(push(dir, { ...options, token: given(options.token) }, io)))

  program
    .command('bundle')
    .description('save one escalation as an evidence file: a page that stands alone, signed by the hub')
    .argument('<escalation>', 'its number, such as 42, or its id')
    .addOption(hub)
    .addOption(token)
    .option('-o, --out <file>', 'file to write; one that is there is left alone')
    .option('--json', 'write the data alone, without the page')
    .action((which: string, options: Omit<Bundle, 'token'> & { token: string | null }) => ended(bundle(which, { ...options, token: given(options.token) }, io)))

  program
    .command('key')
    .description('print the public key that the evidence files of the team are signed with')
    .addOption(hub)
    .addOption(token)
    .action((options: { hub: string; token: string | null }) => ended(key({ ...options, token: given(options.token) }, io)))

  program
    .command('verify')
    .description('say whether an evidence file is as it was made, and what was changed: ends with 0, with 1, or with 2 where it is none')
    .argument('<file>', 'page or data of an evidence file; nothing else is read')
    .option('--key <key>', 'key that it must be signed with, as handrail key prints it')
    .option('--root <hash>', 'root hash that it must have')
    .option('--json', 'print one JSON document: verdict, parts, findings')
    .action((file: string, options: Verify) => ended(verify(file, options, io)))

  return program
}

function readDays(text: string): number {
  const days = Number(text)
  if (Number.isInteger(days) && days >= 1 && days <= 366) return days
  throw new InvalidArgumentError(`"${text}" is not a number of days from 1 to 366`)
}

function readNames(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function readField(text: string, before: Case['field']): Case['field'] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? []
  if (!name || !FieldName.safeParse(name).success) throw new InvalidArgumentError(`"${text}" is not a field; write case.category=Counterfeit`)
  return [...before, { name, label: name, value: value ?? '' }]
}

function readHubUrl(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return new URL(text).origin
  const guess = `http://${text}`
  const isHost = /^([\w-]+(\.[\w-]+)+|localhost|\[[\da-f:]+\])(:\d+)?\/?$/i.test(text) && URL.canParse(guess)
  throw new InvalidArgumentError(`"${text}" is not an http or https address${isHost ? `; did you mean ${new URL(guess).origin}` : ''}`)
}

function given(said: string | null): string {
  if (said) return said
  throw invalid('There is no token. npm run handrail -- join prints one for an invite; pass it with --token, or set HANDRAIL_TOKEN to it.')
}

/** What the hub says of a token it does not know is written for a browser that once had a good one. */
function sentenceOf(error: ClientFault | HubFault): string {
  if (error.status !== 401) return error.message
  return 'The hub does not know this token: its access was revoked, or the token is mistyped. npm run handrail -- join prints one for an invite.'
}
