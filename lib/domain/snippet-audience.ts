// Who may read a snippet: what is tagged `internal` is for the team, and everything else may go to a customer.

export const isForTeam = (tags: readonly string[] = []): boolean => tags.some((tag) => tag.toLowerCase() === 'internal')
