// What the admin holds. No two records share a value, so that a value of another case is seen wherever it turns up.

export const reports = [
  {
    id: 12,
    name: 'A bag without a serial',
    category: 'Counterfeit',
    status: 'new',
    seller: 'cardcellar',
    said: 'It came without a serial number, I think it is a replica.',
  },
  {
    id: 13,
    name: 'Bids from a friend',
    category: 'Shill bidding',
    status: 'open',
    seller: 'northwind',
    said: 'The same two people bid on each of his auctions.',
  },
]

export const sellers = [
  { id: 's-7', name: 'Card Cellar', standing: 'On watch', said: 'Two warnings since March.' },
  { id: 's-9', name: 'North Wind', standing: 'Good', said: 'Nothing against them so far.' },
]
