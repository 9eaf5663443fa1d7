import { expect, test } from 'vitest'
import { normalizeInvite } from '../../lib/sync/invite.ts'

test.each([
  ['https://hub.example.com', 'ABCD-1234', 'https://hub.example.com', 'ABCD-1234'],
  [' hub.example.com/ ', ' ABCD ', 'https://hub.example.com', 'ABCD'],
  ['HTTPS://Hub.Example.com:8443', 'ABCD', 'https://hub.example.com:8443', 'ABCD'],
  ['', 'https://hub.example.com/join#ABCD', 'https://hub.example.com', 'ABCD'],
  ['https://hub.example.com', 'https://hub.example.com/join#ABCD', 'https://hub.example.com', 'ABCD'],
  ['https://hub.example.com/join#ABCD', '', 'https://hub.example.com', 'ABCD'],
  ['', 'https://example.com/handrail/join#ABCD', 'https://example.com/handrail', 'ABCD'],
  ['', 'http://127.0.0.1:8100/join#ABCD', 'http://127.0.0.1:8100', 'ABCD'],
  ['http://localhost:8100', 'ABCD', 'http://localhost:8100', 'ABCD'],
  ['http://[::1]:8100', 'ABCD', 'http://[::1]:8100', 'ABCD'],
])('%j with %j is understood', (hubUrl, invite, address, code) => {
  expect(normalizeInvite(hubUrl, invite)).toEqual({ hubUrl: address, code })
})

test.each([
  ['http://hub.example.com', 'ABCD', /https/],
  ['http://127.0.0.1.example.com', 'ABCD', /https/],
  ['', 'http://10.0.0.7/join#ABCD', /https/],
  ['javascript:alert(1)', 'ABCD', /not a hub address|https/],
  ['https://mira:secret@hub.example.com', 'ABCD', /not a hub address/],
  ['https://hub.example.com?x=1', 'ABCD', /not a hub address/],
  ['', 'ABCD', /address/],
  ['https://hub.example.com', '', /invite/],
  ['https://hub.example.com', 'two words', /invite/],
  ['https://hub.example.com', 'https://other.example.com/join#ABCD', /other\.example\.com/],
])('%j with %j is refused with a reason', (hubUrl, invite, reason) => {
  expect(() => normalizeInvite(hubUrl, invite)).toThrow(reason)
})
