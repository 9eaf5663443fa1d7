// Small pages of our own that have the addresses, attributes and labels which are publicly known of six applications, and what has to be
// read of each. Lists, new cases and other tabs are among them: what is not the case on screen must give no id.

export interface CandidatePage {
  profile: string
  claim: string
  url: string
  title: string
  html: string
  /** null where no page of the profile may claim the address. */
  caseId?: string | null
  fields?: Record<string, string>
  /** Words that the conversation has to hold, and words that it may not. */
  says?: string
  saysNot?: string
  /** Whether the first reply box is on the page. */
  reply?: boolean
}

const zendeskPane = (id: number, isActive: boolean, subject: string, requester: string) => `
  <section class="ticket-panes-grid-layout" data-ticket-id="${id}" data-is-active="${isActive}">
    <div data-test-id="ticket-system-field-requester-select"><div data-garden-id="typography.ellipsis">${requester}</div><input aria-label="Requester"></div>
    <div data-test-id="ticket-fields-priority-select"><span data-garden-id="dropdowns.combobox.value">High</span></div>
    <input data-test-id="omni-header-subject" aria-label="Subject" value="${subject}">
    <div data-test-id="omni-log-container"><article data-test-id="omni-log-comment-item">${requester} writes about: ${subject}</article></div>
    <div data-test-id="omnicomposer-rich-text-ckeditor" contenteditable="true">.</div>
    <footer data-test-id="ticket-footer"><span data-test-id="ticket-fields-status-view">Open</span></footer>
  </section>`

const intercomPage = `
  <nav><a href="/a/inbox/w1/inbox/shared/all/conversation/9001">Ida: the other bag</a></nav>
  <main data-conversation-id="9002"><header><span data-conversation-title>Bag is not genuine</span></header><p>It came without a serial.</p>
    <div data-conversation-reply-composer><div class="ProseMirror embercom-prosemirror-composer-editor" contenteditable="true">.</div></div></main>
  <aside><dl><dt>Name</dt><dd>Noor Haddad</dd><dt>Email</dt><dd>Noor@Example.com</dd></dl></aside>`

const freshdeskPage = (more = '') => `
  <h2 class="ticket-subject-heading">Bag is not genuine</h2>
  <div id="ticket_original_request" class="ticket-details__item__content">It came without a serial.</div>
  <div class="requester-wrap"><span data-test-id="user-name">Noor Haddad</span></div>
  <div data-test-id="tkt-properties-status"><span class="ember-power-select-selected-item">Open</span></div>
  <div data-test-id="tkt-properties-ticket_type"><span class="ember-power-select-selected-item">Authenticity</span></div>
  <div data-test-id="priority"><span class="ember-power-select-selected-item">Urgent</span></div>
  <div class="fr-element fr-view" contenteditable="true">.</div>${more}`

const redmineIssue = `<div id="content"><h2>Report #77</h2><div class="issue tracker-1 status-1 priority-2 details">
  <div class="subject"><div><p><a href="/issues/12">Report #12</a>: Parent case</p><div><h3>Bag is not genuine</h3></div></div></div>
  <p class="author">Added by <a class="user active" href="/users/5">Noor Haddad</a> <a title="today" href="/activity">an hour</a> ago.</p>
  <div class="attributes"><div class="splitcontent"><div class="splitcontentleft">
    <div class="status attribute"><div class="label">Status:</div><div class="value">New</div></div>
    <div class="priority attribute"><div class="label">Priority:</div><div class="value">High</div></div>
    <div class="category attribute"><div class="label">Category:</div><div class="value">-</div></div></div></div></div>
  <div id="issue_description_wiki" class="wiki">It came without a serial.</div></div>
  <table class="related"><tr class="issue"><td class="subject"><a href="/issues/78">Another case</a></td></tr></table>
  <div id="update"><textarea id="issue_notes" name="issue[notes]"></textarea></div></div>`

const osticketTicket = `
  <div class="sticky bar"><div class="content"><div class="flush-left"><h2><a href="tickets.php?id=31">Ticket #482913</a></h2></div></div></div>
  <div class="clear tixTitle"><h3>Bag is not genuine</h3></div>
  <table class="ticket_info"><tr><td><table>
    <tr><th>Status:</th><td><a href="#statuses">Open</a></td></tr><tr><th>Priority:</th><td>High</td></tr><tr><th>Department:</th><td>Trust</td></tr></table></td>
    <td><table><tr><th>User:</th><td><a href="#"><span id="user-5-name">Noor Haddad</span></a> <a href="#">(<b>3</b>)</a></td></tr>
    <tr><th>Email:</th><td><span id="user-5-email">Noor@Example.com</span></td></tr></table></td></tr></table>
  <table class="ticket_info"><tr><td><table><tr><th>Help Topic:</th><td><span id="field_topic">Authenticity</span></td></tr></table></td></tr></table>
  <div id="ticket_tabs_container"><div id="ticket_thread">It came without a serial.</div></div>
  <form id="reply"><div class="redactor-in" contenteditable="true">.</div></form>`

const dialog = '<div role="dialog"><h2>Take action</h2><p>Post under review</p><textarea name="comment"></textarea></div>'
const account = 'did:plc:abc234'

export const candidatePages: CandidatePage[] = [
  {
    profile: 'zendesk',
    claim: 'the ticket of the active tab, though another one stands first in the page',
    url: 'https://acme.zendesk.com/agent/tickets/42',
    title: 'Acme - Agent workspace',
    html: zendeskPane(41, false, 'Where is my parcel', 'Ida Berg') + zendeskPane(42, true, 'Bag is not genuine', 'Noor Haddad'),
    caseId: '42',
    fields: { 'case.id': '42', 'case.subject': 'Bag is not genuine', 'case.requester': 'Noor Haddad', 'case.status': 'Open', 'case.priority': 'High' },
    says: 'Noor Haddad writes',
    saysNot: 'parcel',
    reply: true,
  },
  {
    profile: 'zendesk',
    claim: 'no words of a ticket where no pane is marked as active',
    url: 'https://acme.zendesk.com/agent/tickets/42',
    title: 'Acme',
    html: zendeskPane(41, false, 'Where is my parcel', 'Ida Berg'),
    caseId: '42',
    fields: { 'case.id': '42' },
  },
  { profile: 'zendesk', claim: 'no case in a new ticket', url: 'https://acme.zendesk.com/agent/tickets/new/1', title: 'Acme', html: '<p>New</p>', fields: {} },
  {
    profile: 'zendesk',
    claim: 'nothing on a list',
    url: 'https://acme.zendesk.com/agent/filters/360',
    title: 'Acme',
    html: zendeskPane(41, true, 'x', 'y'),
    caseId: null,
  },
  {
    profile: 'intercom',
    claim: 'the conversation of the address, not those of the list beside it',
    url: 'https://app.intercom.com/a/inbox/w1/inbox/shared/all/conversation/9002?view=List',
    title: 'Inbox',
    html: intercomPage,
    caseId: '9002',
    fields: { 'case.id': '9002', 'case.subject': 'Bag is not genuine', 'case.requester': 'noor@example.com' },
    says: 'without a serial',
    reply: true,
  },
  {
    profile: 'intercom',
    claim: 'the id of an older address',
    url: 'https://app.eu.intercom.com/a/apps/w1/conversations/77',
    title: 'x',
    html: '',
    caseId: '77',
  },
  {
    profile: 'intercom',
    claim: 'nothing on a list',
    url: 'https://app.intercom.com/a/inbox/w1/inbox/shared/all',
    title: 'Inbox',
    html: intercomPage,
    caseId: null,
  },
  {
    profile: 'freshdesk',
    claim: 'a ticket with its properties',
    url: 'https://acme.freshdesk.com/a/tickets/512',
    title: '[#512] Bag is not genuine',
    html: freshdeskPage('<div data-test-id="requester-info-contact-email"><span class="info-details-content">Noor@Example.com</span></div>'),
    caseId: '512',
    fields: {
      'case.id': '512',
      'case.subject': 'Bag is not genuine',
      'case.requester': 'noor@example.com',
      'case.status': 'Open',
      'case.priority': 'Urgent',
      'case.category': 'Authenticity',
    },
    says: 'without a serial',
    reply: true,
  },
  {
    profile: 'freshdesk',
    claim: 'subject from the title and requester by name, where nothing better is shown',
    url: 'https://acme.freshdesk.com/a/tickets/512?note=7',
    title: '[#512] Bag is not genuine',
    html: '<div class="requester-wrap"><span data-test-id="user-name">Noor Haddad</span></div>',
    caseId: '512',
    fields: { 'case.id': '512', 'case.subject': 'Bag is not genuine', 'case.requester': 'Noor Haddad' },
  },
  {
    profile: 'freshdesk',
    claim: 'no case on a list',
    url: 'https://acme.freshdesk.com/a/tickets/filters/all_tickets',
    title: 'All',
    html: '<p>#512 #513</p>',
    fields: {},
  },
  {
    profile: 'redmine',
    claim: 'an issue, not its parent nor those related to it, and no category that is a dash',
    url: 'https://redmine.example.com/issues/77',
    title: 'Report #77: Bag is not genuine - Trust - Redmine',
    html: redmineIssue,
    caseId: '77',
    fields: { 'case.id': '77', 'case.subject': 'Bag is not genuine', 'case.requester': 'Noor Haddad', 'case.status': 'New', 'case.priority': 'High' },
    says: 'without a serial',
    reply: true,
  },
  {
    profile: 'redmine',
    claim: 'the form of an issue below a folder',
    url: 'https://redmine.example.com/redmine/issues/77/edit',
    title: 'Redmine',
    html: '<div id="content"><input id="issue_subject" value="Bag is not genuine"></div>',
    caseId: '77',
    fields: { 'case.id': '77', 'case.subject': 'Bag is not genuine' },
  },
  { profile: 'redmine', claim: 'no case in a copy', url: 'https://redmine.example.com/projects/trust/issues/77/copy', title: 'Copy', html: '', fields: {} },
  {
    profile: 'redmine',
    claim: 'nothing on a list',
    url: 'https://redmine.example.com/projects/trust/issues',
    title: 'Issues',
    html: redmineIssue,
    caseId: null,
  },
  {
    profile: 'redmine',
    claim: 'no case in a calendar',
    url: 'https://redmine.example.com/issues/calendar',
    title: 'Calendar',
    html: '<a href="/issues/77">#77</a>',
    fields: {},
  },
  {
    profile: 'osticket',
    claim: 'a ticket by the id of its address, with the number that people see',
    url: 'https://osticket.example.com/scp/tickets.php?id=31',
    title: 'Ticket #482913',
    html: osticketTicket,
    caseId: '31',
    fields: {
      'case.id': '482913',
      'case.subject': 'Bag is not genuine',
      'case.requester': 'noor@example.com',
      'case.status': 'Open',
      'case.priority': 'High',
      'case.queue': 'Trust',
      'case.category': 'Authenticity',
    },
    says: 'without a serial',
    reply: true,
  },
  {
    profile: 'osticket',
    claim: 'nothing on a list',
    url: 'https://osticket.example.com/scp/tickets.php?queue=1',
    title: 'Open',
    html: osticketTicket,
    caseId: null,
  },
  { profile: 'osticket', claim: 'no case by several ids', url: 'https://osticket.example.com/scp/tickets.php?id=31,32', title: 'x', html: '', fields: {} },
  {
    profile: 'ozone',
    claim: 'a report with its reporter',
    url: 'https://ozone.example.com/reports/9',
    title: 'Ozone',
    html: '<h1>Report #9</h1><div><span>Reporter:</span><button type="button">@noor.example.com</button></div><textarea name="comment"></textarea>',
    caseId: '9',
    fields: { 'case.id': '9', 'case.subject': 'Report #9', 'case.requester': '@noor.example.com' },
    reply: true,
  },
  {
    profile: 'ozone',
    claim: 'the subject of the action panel, not the report below it',
    url: `https://ozone.example.com/reports/9?quickOpen=${encodeURIComponent(`at://${account}/app.bsky.feed.post/3k2a`)}`,
    title: 'Ozone',
    html: `<h1>Report #9</h1>${dialog}`,
    caseId: `${account}/app.bsky.feed.post/3k2a`,
    fields: { 'case.subject': `at://${account}/app.bsky.feed.post/3k2a`, 'case.requester': account },
    says: 'Post under review',
    saysNot: 'Report #9',
    reply: true,
  },
  {
    profile: 'ozone',
    claim: 'a record under the same id on its own page',
    url: `https://ozone.example.com/repositories/${account}/app.bsky.feed.post/3k2a`,
    title: 'Post - noor.example.com - 3k2a',
    html: '',
    caseId: `${account}/app.bsky.feed.post/3k2a`,
    fields: { 'case.subject': `${account}/app.bsky.feed.post/3k2a`, 'case.requester': account },
  },
  {
    profile: 'ozone',
    claim: 'an account',
    url: `https://ozone.example.com/repositories/${account}?tab=events`,
    title: 'noor.example.com - Events - Repository Details',
    html: '<dl><div><dt>Handle</dt><dd>noor.example.com</dd></div></dl>',
    caseId: account,
    fields: { 'case.subject': 'noor.example.com', 'case.requester': account },
  },
  {
    profile: 'ozone',
    claim: 'no id in a handle, which may change hands',
    url: 'https://ozone.example.com/repositories/noor.example.com',
    title: 'x',
    html: '',
    fields: {},
  },
  { profile: 'ozone', claim: 'nothing on a list', url: 'https://ozone.example.com/reports?queue=1', title: 'Queue', html: '<h1>Report #9</h1>', caseId: null },
]
