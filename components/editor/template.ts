// The first text of a new playbook: small, without a fault, and with one of each thing a beginner needs.

/** YAML reads a quoted JSON string as the same string. */
export function playbookTemplate(title: string, owner: string): string {
  return `---
title: ${JSON.stringify(title)}
severity: S3
owner: ${JSON.stringify(owner)}
review-every: 90d
triggers:
  - keywords: [${JSON.stringify(title.toLowerCase())}]
---
Use this when

## Check
- [ ] Read the whole conversation
- (?) Is it what it looks like?
  - Yes
    - [!] Escalate
  - No
    - [ ] Say why, and close the case

## Decide
- [=] Action taken
- [=] No violation
`
}
