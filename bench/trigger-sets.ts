// Trigger sets for twenty kinds of bank messages, drawn by the seed and not picked. Written from the half of the messages that is for writing, by
// hand and in our own words; the other half was not looked at. `near` writes out what a lead would type as `near:8 fee cash`, one for each pair.

export interface TriggerSet {
  terms: string[]
  /** Any of these keeps it back. */
  not: string[]
}

const near = (within: number, some: string, others: string): string[] =>
  some.split(' ').flatMap((one) => others.split(' ').map((other) => `near:${within} ${one} ${other}`))
const words = (text: string): string[] => text.split(' ')

const cash = 'cash atm withdrawal withdrawals withdraw withdrawing withdrawn withdrew withdrawl'
const fees = 'fee fees charge charges charged extra'
const topUp = 'top topup topped topping'

export const triggerSets: Record<string, TriggerSet> = {
  atm_support: {
    terms: [
      ...words("atms atm's cashpoint cashpoints"),
      ...near(8, 'atm', 'nearest closest find where accept accepts use which list miles'),
      ...near(5, 'withdraw', 'where locations places how'),
      'bank machine',
      'near:4 cash anywhere',
    ],
    not: words(
      "fee fees charge charged wrong amount swallowed ate stuck kept declined declining didn't pending recognize recognise extra rate incorrect back pin",
    ),
  },
  balance_not_updated_after_cheque_or_cash_deposit: {
    terms: [...words('deposit deposits deposited cheque cheques'), 'a check', 'my check', 'near:5 paid into account'],
    not: [
      'direct deposit',
      'salary',
      'can i',
      'is it possible',
      'need to deposit',
      'type of deposits',
      'by cheque',
      'with cheque',
      'using cheque',
      'using a cheque',
      ...near(8, topUp, 'cash cheque cheques check'),
    ],
  },
  cancel_transfer: {
    terms: [
      ...near(6, 'cancel cancelled cancellation canceling reverse stop undo mistake incorrect', 'transfer transaction'),
      ...near(6, 'wrong', 'account transfer transaction transferred'),
      'near:6 cancel charge',
      'near:6 reverse payment',
      'near:8 change amount payment',
      'wrong payment',
      'near:6 transaction go through',
    ],
    not: [
      ...words('refund purchase purchased order item cash atm topup unauthorized pin exchanged declined duplicated'),
      'top up',
      'why was',
      'been cancelled',
      'got cancelled',
    ],
  },
  card_acceptance: {
    terms: [
      ...near(6, 'accept accepts accepted', 'card places stores outlets everywhere anywhere who'),
      ...near(6, 'card', 'everywhere anywhere world stores places'),
      'near:8 where use card',
      'near:8 where pay card',
      'near:6 purchases with card',
      'what can i use my card',
    ],
    not: words("atm atms atm's cash withdraw money currency currencies disposable virtual pin top apple google lost stolen someone delivered order top add"),
  },
  card_payment_fee_charged: {
    terms: [
      ...near(10, fees, 'card paying payment purchase'),
      ...near(4, 'fee fees', 'extra charged transaction'),
      'near:6 pay more card',
      'what this charge is',
    ],
    not: [
      ...words(`${cash} ${topUp} exchange transfer transferred transfers twice double add adding us european currency international rate foreign abroad`),
      'did not make',
      "didn't make",
      ...words('statement pound dollar order delivery deliver sending new spare physical replacement virtual visa separate'),
    ],
  },
  cash_withdrawal_charge: {
    terms: [...near(14, 'fee fees charge charges charged overcharged', cash), 'why did i get a fee'],
    not: [...words(`exchange rate currency wrong less incorrect deposit deposits pending holiday ${topUp}`), 'too much', 'right amount', 'got the card'],
  },
  compromised_card: {
    terms: [
      ...near(8, 'someone somebody', 'card account using used'),
      ...words('unauthorized unauthorised fraud fraudulent hacked compromised'),
      'without permission',
      'without my permission',
      'near:8 used without knowing',
      'identity has been stolen',
      ...near(6, 'freeze', 'card account'),
      ...near(8, 'transactions', "didn't recognize recognise strange weird"),
    ],
    not: [...words('lost phone cash atm withdrawal withdrawals transferred debit found open spare stole wallet twice'), 'my statement', 'sent me', 'send me'],
  },
  disposable_card_limits: {
    terms: [
      ...near(12, 'disposable virtual', 'limit limits many most maximum restrictions restriction multiple several more times cutoff number'),
      ...near(10, 'transactions', 'many maximum one').map((pair) => `${pair} card`),
    ],
    not: words('order work working rejected reject recognize'),
  },
  edit_personal_details: {
    terms: [
      ...near(6, 'change changed changing update updating edit revise revised modify correct', 'address name details information info profile'),
      ...words('relocated married'),
      'i moved',
      'i have moved',
    ],
    not: words('pin password passcode transfer beneficiary phone card'),
  },
  fiat_currency_support: {
    terms: [
      ...words('currencies fiat'),
      ...near(6, 'currency', 'support multiple options hold additional any which'),
      ...near(6, 'exchange exchanges handle change convert', 'eur euro euros'),
    ],
    not: words(`rate rates ${fees} discount card cards ${cash} transfer top app wrong country countries paid pay cost add adding usd payment visa`).concat(
      'my account',
      'be exchanged',
    ),
  },
  get_physical_card: {
    terms: near(8, 'pin', 'find where receive get have need delivered set-up arrive see available separately come what about card'),
    not: [
      ...words('change changed changing blocked block unblock unblocked unlock locked tries attempts wrong forgot reset reactivate exceeded entered stolen'),
      ...words('someone working reinstate account times view'),
      'new pin',
    ],
  },
  pending_transfer: {
    terms: near(10, 'transfer transfers transferred transferring', 'pending pend long speed completed complete done yet available still showing show through'),
    not: [
      ...words(
        `${topUp} cash card cheque deposit declined failed fail rejected receive received recipient beneficiary cancel cancelled fee charge abroad take europe`,
      ),
      ...words('bank error able'),
      'my account',
      'did not go',
      "can't be completed",
      'how long until',
      'how long do i',
    ],
  },
  pin_blocked: {
    terms: [
      ...near(10, 'pin pins', 'blocked block unblock unblocked unlock locked attempts tries tried reactivate reset reinstate working view'),
      'account is blocked',
      'near:5 blocked card',
      'near:5 unblock card',
      'near:5 unblock account',
    ],
    not: words('passcode payment change'),
  },
  request_refund: {
    terms: [
      ...words('refund refunded refunds'),
      ...near(8, 'cancel reverse', 'purchase order item'),
      'money back',
      'back my money',
      'near:10 cancel payment purchased',
    ],
    not: [
      ...words(`statement ${cash} fee twice duplicate double extra stolen debit transfer merchant pending wrong awaiting`),
      ...near(8, 'refund', "showing show see yet where waiting missing account hasn't posted appear long"),
      'never received',
    ],
  },
  top_up_by_card_charge: {
    terms: [
      ...near(12, topUp, 'fee fees charge charges charged cost costs pay'),
      ...near(10, 'add adding added', 'fee fees charge charged free'),
      ...near(12, 'european international us', 'fee fees charge charged cost'),
    ],
    not: words('transfer transfers transferring sepa swift limit apple google failed declined exchange twice cash atm withdraw withdrawal bill'),
  },
  top_up_failed: {
    terms: [
      ...near(
        10,
        topUp,
        "failed fail failing fails denied declined work working didn't isn't wasn't wouldn't won't can't cannot problems problem rejected unable through",
      ),
    ],
    not: words(
      'pending reverted revert cancelled canceled fee fees charge charged still apple google applepay limit cheque automatically automatic feature yet complete see access balance accept',
    ),
  },
  top_up_reverted: {
    terms: [...near(10, topUp, 'reverted revert reversion reversed cancelled canceled returned accept accepted successful happened'), 'no longer there'],
    not: words('pending yet fee fees cheque apple google'),
  },
  unable_to_verify_identity: {
    terms: [
      ...near(
        10,
        'identity id',
        "can't cannot isn't won't unable trouble problem problems impossible failed difficulties difficulty couldn't doesn't not prove denied",
      ),
      'i am who i say',
      'near:6 app recognized',
      'near:6 app let account',
      "doesn't know it's me",
    ],
    not: [
      ...words('stolen necessary required top someone transactions passcode cancel crypto rather'),
      "i won't",
      'not have to',
      'need to verify',
      'have to verify',
      'why do',
    ],
  },
  verify_source_of_funds: {
    terms: [...near(8, 'source sourced origin origination', 'funds money'), ...near(5, 'from', 'funds')],
    not: words('transfer top withdraw card'),
  },
  wrong_amount_of_cash_received: {
    terms: [...near(14, cash, 'wrong incorrect less right correct amount partly differs different only all short more'), ...near(14, 'asked', 'more less got')],
    not: [
      ...words(`fee fees rate exchange exchanged conversion deposit deposited ${topUp} pending anywhere declining`),
      'been declined',
      'never made',
      "didn't make",
      'did not make',
    ],
  },
}
