// The admin's view of sellers: read only, no reply box, and served under a policy that allows no script at all.
import { html } from 'hono/html'
import type { Seller } from '../sellers.ts'
import { money, shell } from './shell.ts'

const page = (title: string, main: ReturnType<typeof html>) => shell({ title, section: 'sellers', script: false, main })

export function sellersPage(sellers: Seller[]) {
  return page(
    'Sellers',
    html`<main class="page"><h1>Sellers</h1><div class="sheet"><table class="queue">
<thead><tr><th scope="col">Handle</th><th scope="col">Shop</th><th scope="col">Standing</th><th scope="col">Flags</th></tr></thead>
<tbody>${sellers.map(
      (seller) => html`<tr><td><a href="/admin/sellers/${seller.handle}">${seller.handle}</a></td><td>${seller.name}</td>
<td>${seller.standing}</td><td class="number">${seller.flags.length}</td></tr>`,
    )}</tbody></table></div></main>`,
  )
}

export function sellerPage(seller: Seller) {
  const { metrics } = seller
  const metric = (label: string, value: string) => html`<div><dt>${label}</dt><dd class="number">${value}</dd></div>`
  const count = (value: number) => value.toLocaleString('en-US')
  return page(
    seller.name,
    html`<main class="page" data-seller="${seller.handle}">
<div class="heading"><h1>${seller.name} <span class="count">@${seller.handle}</span></h1><span class="mark" data-level="${seller.standing}">${seller.standing}</span></div>
<dl id="seller-fields" class="metrics">
${metric('Orders', count(metrics.orders))}${metric('Watchers', count(metrics.watchers))}${metric('Cancelled', `${metrics.cancelled} %`)}
${metric('Disputed', `${metrics.disputed} %`)}${metric('Shipped on time', `${metrics.onTime} %`)}
<div><dt>Country</dt><dd>${seller.country}</dd></div><div><dt>Selling since</dt><dd class="number">${seller.sinceYear}</dd></div>
</dl>
<h2>Flags</h2>
<ul id="flags">${seller.flags.length ? seller.flags.map((flag) => html`<li>${flag}</li>`) : html`<li class="quiet">No flags on this seller</li>`}</ul>
<h2>Recent orders</h2>
<div class="sheet"><table class="queue" id="orders">
<thead><tr><th scope="col">Order ID</th><th scope="col">Item</th><th scope="col">Buyer</th><th scope="col">Value</th><th scope="col">State</th></tr></thead>
<tbody>${seller.orders.map(
      (order) =>
        html`<tr><td class="number">${order.id}</td><td>${order.item}</td><td>${order.buyer}</td><td class="number">${money(order.value)}</td><td>${order.state}</td></tr>`,
    )}</tbody></table></div>
</main>`,
  )
}
