// A change that the rules of a run refuse; `message` is for the agent.

export class RunFault extends Error {
  override readonly name = 'RunFault'
}
