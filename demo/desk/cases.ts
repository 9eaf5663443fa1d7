// The twelve cases of the demo desk as they stand when it starts. Invented people, shops and orders; ages in minutes.

export type Voice = 'customer' | 'agent' | 'system'

export interface Line {
  by: string
  voice: Voice
  ageMin: number
  text: string
}

export interface DeskCase {
  id: number
  subject: string
  category: string
  requester: { name: string; email: string; kind: 'Buyer' | 'Seller' | 'Viewer' | 'Rights owner' }
  order: { id: string; value: number; item: string } | null
  seller: string | null
  status: 'New' | 'Open' | 'Waiting' | 'Solved'
  priority: 'Low' | 'Normal' | 'High' | 'Urgent'
  ageMin: number
  lines: Line[]
}

const received = (ageMin: number, channel: string): Line => ({ by: 'Lumo', voice: 'system', ageMin, text: `Received by ${channel}` })

export const startingCases: DeskCase[] = [
  {
    id: 1042,
    subject: 'Handbag from the Sunday auction is not genuine',
    category: 'Counterfeit',
    requester: { name: 'Imani Brooks', email: 'imani.brooks@mail.example', kind: 'Buyer' },
    order: { id: 'LM-613204', value: 1280, item: 'Quilted shoulder bag, black' },
    seller: 'atelier.rewind',
    status: 'New',
    priority: 'High',
    ageMin: 18,
    lines: [
      received(18, 'app form'),
      {
        by: 'Imani Brooks',
        voice: 'customer',
        ageMin: 18,
        text: 'I won this bag on Sunday in the atelier.rewind show for $1,280. It arrived today and it is a fake. The serial tag is missing, the stitching along the flap is crooked and the clasp is painted, not plated.\n\nI took it to a consignment shop and they would not accept it as authentic. I have photos and their written note. On stream the host said three times that it was "verified". I want my money back and I do not want the next person to be cheated.',
      },
    ],
  },
  {
    id: 1043,
    subject: 'Same two accounts bid me up in every card break',
    category: 'Shill bidding',
    requester: { name: 'Rafael Monteiro', email: 'rafa.monteiro@mail.example', kind: 'Buyer' },
    order: { id: 'LM-612877', value: 465, item: 'Rookie card, graded 9' },
    seller: 'cardcellar',
    status: 'New',
    priority: 'Normal',
    ageMin: 46,
    lines: [
      received(46, 'app form'),
      {
        by: 'Rafael Monteiro',
        voice: 'customer',
        ageMin: 46,
        text: 'In the cardcellar breaks two accounts, topdeck_77 and topdeck_78, bid against me until the last second and then retract. The card I paid $465 for was at $110 before they started. I looked at four older shows and it is the same two names each time, and they never win anything.\n\nOne of them has the same profile picture as the seller. Can you check whether this is the seller bidding on his own items?',
      },
    ],
  },
  {
    id: 1044,
    subject: 'Tracking says delivered, nothing at my door',
    category: 'Item not received',
    requester: { name: 'Noor Haddad', email: 'noor.h@mail.example', kind: 'Buyer' },
    order: { id: 'LM-611950', value: 74.5, item: 'Ceramic pour-over set' },
    seller: 'kilnandco',
    status: 'Open',
    priority: 'Normal',
    ageMin: 190,
    lines: [
      received(190, 'email'),
      {
        by: 'Noor Haddad',
        voice: 'customer',
        ageMin: 190,
        text: 'The parcel shows as delivered on Thursday at 14:20 but I was at home and nobody came. My neighbours do not have it. I wrote to the seller twice and got no answer. What happens now?',
      },
      {
        by: 'Ben (Lumo)',
        voice: 'agent',
        ageMin: 152,
        text: 'Hi Noor, sorry about that. Could you confirm the delivery address on the order, and check whether the carrier left a photo? I will hold the payout to the seller in the meantime.',
      },
      {
        by: 'Noor Haddad',
        voice: 'customer',
        ageMin: 31,
        text: 'Address is right. The carrier photo shows a brown door. Mine is blue and has a big number 9 on it.',
      },
    ],
  },
  {
    id: 1045,
    subject: 'Host asked me to pay by bank transfer after the show',
    category: 'Off-platform payment',
    requester: { name: 'Grace Okonkwo', email: 'grace.ok@mail.example', kind: 'Buyer' },
    order: { id: 'LM-613377', value: 320, item: 'Retro runner, size 39' },
    seller: 'solesunday',
    status: 'New',
    priority: 'High',
    ageMin: 9,
    lines: [
      received(9, 'app form'),
      {
        by: 'Grace Okonkwo',
        voice: 'customer',
        ageMin: 9,
        text: 'I won the shoes and one minute later the host cancelled order LM-613377 and messaged me: "fees are killing me, send $290 by Zelle and I ship tonight". I sent it. Now he says that there was a problem with the transfer and that I should pay again to another name.\n\nI have screenshots of the messages. Is there any way to get the money back?',
      },
    ],
  },
  {
    id: 1046,
    subject: 'My email was changed and three orders placed overnight',
    category: 'Account takeover',
    requester: { name: 'Daniel Sørensen', email: 'daniel.s@mail.example', kind: 'Buyer' },
    order: { id: 'LM-613120', value: 942.4, item: 'Three gift card bundles' },
    seller: 'quicktopups',
    status: 'New',
    priority: 'Urgent',
    ageMin: 27,
    lines: [
      received(27, 'email, from an address that is not on the account'),
      {
        by: 'Daniel Sørensen',
        voice: 'customer',
        ageMin: 27,
        text: 'At 03:12 I got a sign-in alert from a place I have never been to, then a message that my email address was changed. When I woke up there were three orders for gift cards that I did not make, on my saved card.\n\nI cannot sign in any more. The card is 4111 1111 1111 1111, please block it and lock the account before they buy more.',
      },
    ],
  },
  {
    id: 1047,
    subject: 'Viewer posts my street name in chat at every stream',
    category: 'Harassment in stream',
    requester: { name: 'Tess Lindgren', email: 'tess@threadbarn.example', kind: 'Seller' },
    order: null,
    seller: 'threadbarn',
    status: 'Open',
    priority: 'Urgent',
    ageMin: 64,
    lines: [
      received(64, 'seller chat'),
      {
        by: 'Tess Lindgren',
        voice: 'customer',
        ageMin: 64,
        text: 'The viewer nightowl_402 was back tonight. He wrote the name of my street and "see you after the show" four times. I blocked him in March, he made a new account. My moderators remove the messages but everybody has read them by then.\n\nI live alone and I am scared to go live tomorrow.',
      },
      { by: 'Lumo', voice: 'system', ageMin: 60, text: 'Priority raised to Urgent by rule "threat in seller chat"' },
    ],
  },
  {
    id: 1048,
    subject: 'Chargeback on a console that was signed for',
    category: 'Chargeback',
    requester: { name: 'Oleg Marchenko', email: 'oleg@pixelpawn.example', kind: 'Seller' },
    order: { id: 'LM-604418', value: 389, item: 'Handheld console, boxed' },
    seller: 'pixelpawn',
    status: 'Open',
    priority: 'Normal',
    ageMin: 410,
    lines: [
      received(410, 'seller chat'),
      {
        by: 'Oleg Marchenko',
        voice: 'customer',
        ageMin: 410,
        text: 'The buyer of LM-604418 filed a chargeback as "unauthorised". Tracking shows delivered with a signature, and he wrote in chat that he was happy with it. The $389 was taken out of my balance this morning. Where do I send the evidence, and by when?',
      },
    ],
  },
  {
    id: 1049,
    subject: 'Seller keeps messaging my daughter, she is 13',
    category: 'Minor safety',
    requester: { name: 'Helen Achterberg', email: 'h.achterberg@mail.example', kind: 'Viewer' },
    order: null,
    seller: 'sparklebox.live',
    status: 'New',
    priority: 'Urgent',
    ageMin: 6,
    lines: [
      received(6, 'safety form'),
      {
        by: 'Helen Achterberg',
        voice: 'customer',
        ageMin: 6,
        text: 'My daughter watches toy streams on my tablet. I found that the host of sparklebox.live has been writing to her in private for two weeks. She told him that she is 13. He asked for photos of her and for another app to talk on.\n\nI have not deleted anything. I want this stopped today and I want to know who I report it to.',
      },
    ],
  },
  {
    id: 1050,
    subject: 'Host said this will be his last stream ever',
    category: 'Self-harm',
    requester: { name: 'Joon Park', email: 'joon.park@mail.example', kind: 'Viewer' },
    order: null,
    seller: 'midnightvinyl',
    status: 'New',
    priority: 'Urgent',
    ageMin: 3,
    lines: [
      received(3, 'report button in a live stream'),
      {
        by: 'Joon Park',
        voice: 'customer',
        ageMin: 3,
        text: 'The host of midnightvinyl is live right now. He is giving records away, he said he has nothing left to live for and that nobody will find him until Monday. People in the chat think that he is joking. I do not think so. Please can somebody check on him.',
      },
    ],
  },
  {
    id: 1051,
    subject: 'Switchblades and pills shown in the flea market show',
    category: 'Prohibited item',
    requester: { name: 'Carla Jiménez', email: 'carla.j@mail.example', kind: 'Viewer' },
    order: null,
    seller: 'backlot.bazaar',
    status: 'New',
    priority: 'High',
    ageMin: 38,
    lines: [
      received(38, 'report button in a live stream'),
      {
        by: 'Carla Jiménez',
        voice: 'customer',
        ageMin: 38,
        text: 'In tonight\'s backlot.bazaar show the host sold two switchblade knives, and between the lots he offered "study pills" for people who write to him. The show started at 20:10 UTC, the knives are at about 35 minutes. There are a lot of teenagers in that chat.',
      },
    ],
  },
  {
    id: 1052,
    subject: 'Notice of infringement: our pattern on three listings',
    category: 'Intellectual property',
    requester: { name: 'Marlow & Finch Legal', email: 'notices@marlowfinch.example', kind: 'Rights owner' },
    order: null,
    seller: 'printnook',
    status: 'Waiting',
    priority: 'Normal',
    ageMin: 1510,
    lines: [
      received(1510, 'rights owner form'),
      {
        by: 'Marlow & Finch Legal',
        voice: 'customer',
        ageMin: 1510,
        text: 'We act for the owner of the registered design "Fern Lattice". Listings 88213, 88214 and 88302 of the shop printnook reproduce it without permission. We have a good faith belief that this use is not authorised by the owner or by law. The information in this notice is accurate and, under penalty of perjury, we are authorised to act. Please remove the listings.',
      },
      {
        by: 'Ada (Lumo)',
        voice: 'agent',
        ageMin: 1330,
        text: 'Thank you for the notice. To act on it we need the registration number of the design and a link to each listing. We have paused nothing yet.',
      },
    ],
  },
  {
    id: 1053,
    subject: 'Where do I change my delivery address?',
    category: 'General',
    requester: { name: 'Sunita Rao', email: 'sunita.rao@mail.example', kind: 'Buyer' },
    order: null,
    seller: null,
    status: 'New',
    priority: 'Low',
    ageMin: 75,
    lines: [
      received(75, 'app form'),
      {
        by: 'Sunita Rao',
        voice: 'customer',
        ageMin: 75,
        text: 'I moved last week and the app still fills in the old flat. Where can I change the default address? I have a show on Friday that I want to buy from.',
      },
    ],
  },
]
