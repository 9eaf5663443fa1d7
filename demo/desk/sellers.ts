// The sellers that the demo cases speak of, as an admin page shows them. All invented.

export interface Seller {
  handle: string
  name: string
  country: string
  sinceYear: number
  standing: 'Good standing' | 'Under review' | 'Restricted'
  /** Percent, except `orders` and `watchers`. */
  metrics: { orders: number; watchers: number; cancelled: number; disputed: number; onTime: number }
  flags: string[]
  orders: { id: string; item: string; buyer: string; value: number; state: string }[]
}

type Row = [id: string, item: string, buyer: string, value: number, state: string]
const orders = (...rows: Row[]) => rows.map(([id, item, buyer, value, state]) => ({ id, item, buyer, value, state }))

export const sellers: Seller[] = [
  {
    handle: 'atelier.rewind',
    name: 'Atelier Rewind',
    country: 'France',
    sinceYear: 2023,
    standing: 'Under review',
    metrics: { orders: 1412, watchers: 8300, cancelled: 2.1, disputed: 3.8, onTime: 94 },
    flags: ['Two authenticity disputes in 60 days', 'Says "verified" on stream without a certificate on file'],
    orders: orders(
      ['LM-613204', 'Quilted shoulder bag, black', 'imani_b', 1280, 'Disputed'],
      ['LM-612990', 'Silk scarf, 90 cm', 'lenasch', 145, 'Delivered'],
      ['LM-611208', 'Leather card holder', 'okpark', 98, 'Refunded'],
    ),
  },
  {
    handle: 'cardcellar',
    name: 'Card Cellar',
    country: 'United States',
    sinceYear: 2022,
    standing: 'Good standing',
    metrics: { orders: 5230, watchers: 12_900, cancelled: 1.2, disputed: 0.9, onTime: 97 },
    flags: ['Bid retractions above category average'],
    orders: orders(
      ['LM-612877', 'Rookie card, graded 9', 'rafa_m', 465, 'Shipped'],
      ['LM-612871', 'Sealed booster box', 'hedgerow', 212, 'Shipped'],
      ['LM-612640', 'Card lot, 40 pieces', 'mo.ali', 61, 'Delivered'],
    ),
  },
  {
    handle: 'kilnandco',
    name: 'Kiln & Co',
    country: 'Portugal',
    sinceYear: 2021,
    standing: 'Good standing',
    metrics: { orders: 2210, watchers: 4100, cancelled: 0.6, disputed: 1.1, onTime: 96 },
    flags: [],
    orders: orders(
      ['LM-611950', 'Ceramic pour-over set', 'noor.h', 74.5, 'Delivered, contested'],
      ['LM-611720', 'Stoneware bowls, 4', 'ivo_k', 88, 'Delivered'],
    ),
  },
  {
    handle: 'solesunday',
    name: 'Sole Sunday',
    country: 'United Kingdom',
    sinceYear: 2026,
    standing: 'Under review',
    metrics: { orders: 96, watchers: 1900, cancelled: 14.6, disputed: 6.2, onTime: 81 },
    flags: ['Cancels within 5 minutes of a sale: 11 times', 'Payment words in direct messages: 7'],
    orders: orders(
      ['LM-613377', 'Retro runner, size 39', 'grace.ok', 320, 'Cancelled by seller'],
      ['LM-613340', 'Canvas high top, size 42', 'pjotr', 110, 'Cancelled by seller'],
      ['LM-613010', 'Court shoe, size 44', 'wim.d', 95, 'Shipped'],
    ),
  },
  {
    handle: 'quicktopups',
    name: 'Quick Top-Ups',
    country: 'Cyprus',
    sinceYear: 2026,
    standing: 'Restricted',
    metrics: { orders: 310, watchers: 220, cancelled: 3.4, disputed: 9.7, onTime: 100 },
    flags: ['Gift cards bought from accounts with a recent email change'],
    orders: orders(['LM-613120', 'Three gift card bundles', 'daniel_s', 942.4, 'Payout held'], ['LM-613098', 'Gift card bundle', 'anke.v', 300, 'Payout held']),
  },
  {
    handle: 'threadbarn',
    name: 'Thread Barn',
    country: 'Sweden',
    sinceYear: 2022,
    standing: 'Good standing',
    metrics: { orders: 3011, watchers: 6700, cancelled: 0.8, disputed: 0.7, onTime: 98 },
    flags: ['Target of harassment: 3 reports'],
    orders: orders(['LM-613300', 'Wool coat, M', 'ebba', 130, 'Shipped'], ['LM-613288', 'Denim jacket, S', 'k.lund', 54, 'Shipped']),
  },
  {
    handle: 'pixelpawn',
    name: 'Pixel Pawn',
    country: 'Poland',
    sinceYear: 2024,
    standing: 'Good standing',
    metrics: { orders: 870, watchers: 2600, cancelled: 1, disputed: 1.6, onTime: 95 },
    flags: [],
    orders: orders(['LM-604418', 'Handheld console, boxed', 'treyw', 389, 'Chargeback'], ['LM-604100', 'Memory card, 2', 'sylvie', 24, 'Delivered']),
  },
  {
    handle: 'sparklebox.live',
    name: 'Sparklebox Live',
    country: 'United States',
    sinceYear: 2025,
    standing: 'Good standing',
    metrics: { orders: 640, watchers: 5100, cancelled: 0.9, disputed: 0.8, onTime: 97 },
    flags: ['Direct messages to accounts marked as under 18: 2 threads'],
    orders: orders(['LM-613001', 'Blind box, 6 pieces', 'family_h', 59, 'Delivered']),
  },
  {
    handle: 'midnightvinyl',
    name: 'Midnight Vinyl',
    country: 'Canada',
    sinceYear: 2020,
    standing: 'Good standing',
    metrics: { orders: 4120, watchers: 9800, cancelled: 0.5, disputed: 0.4, onTime: 99 },
    flags: ['Live now'],
    orders: orders(['LM-613401', 'LP, first pressing', 'dovetail', 0, 'Given away'], ['LM-613400', 'LP box set', 'mmurphy', 0, 'Given away']),
  },
  {
    handle: 'backlot.bazaar',
    name: 'Backlot Bazaar',
    country: 'Spain',
    sinceYear: 2025,
    standing: 'Under review',
    metrics: { orders: 1190, watchers: 3300, cancelled: 2.8, disputed: 2.2, onTime: 90 },
    flags: ['Category "Collectibles" used for knives', 'One earlier warning for prohibited items'],
    orders: orders(['LM-613350', 'Pocket knife, "collector"', 'nuno', 45, 'Shipped'], ['LM-613344', 'Brass lamp', 'aina', 33, 'Shipped']),
  },
  {
    handle: 'printnook',
    name: 'Print Nook',
    country: 'Germany',
    sinceYear: 2023,
    standing: 'Good standing',
    metrics: { orders: 760, watchers: 900, cancelled: 1.1, disputed: 0.5, onTime: 96 },
    flags: ['Rights notice open on listings 88213, 88214, 88302'],
    orders: orders(['LM-612410', 'Cushion cover, fern', 'hanne', 28, 'Delivered']),
  },
]
