// How an evidence file looks on a screen in both themes, and on paper.

export const pageStyle = `
:root { color-scheme: light dark; --ink: #17211f; --soft: #53615e; --ground: #ffffff; --sunk: #f5f7f6; --line: #dde3e1; --strong: #8a9794; --accent: #0b665e; --amber: #855000; --red: #ab241c }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e3e9e8; --soft: #a3b1af; --ground: #171c1d; --sunk: #111617; --line: #2c3536; --strong: #6b7b7a; --accent: #5cc4b5; --amber: #efbb62; --red: #ff978d } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
main { max-width: 50rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
h1, h2, h3, p, ul, ol, dl, dd, figure, blockquote { margin: 0; padding: 0 }
h1 { font-size: 1.5rem; line-height: 1.25 }
h2 { margin: 2.25rem 0 .6rem; padding-top: .6rem; border-top: 1px solid var(--line); font-size: 1.05rem }
h3 { margin: 1rem 0 .3rem; color: var(--soft); font-size: .85rem; font-weight: 600 }
code, pre, .hash { font: .8rem/1.5 ui-monospace, Menlo, Consolas, "Liberation Mono", monospace }
.soft, dt { color: var(--soft) }
.over { display: flex; flex-wrap: wrap; gap: .25rem .75rem; margin-bottom: .3rem; color: var(--soft) }
.severity { padding: 0 .4rem; border: 1px solid currentColor; border-radius: 3px; color: var(--ink) }
.severity.S1 { color: var(--red) }
.text { max-width: 70ch; white-space: pre-wrap }
.quote { max-width: 70ch; padding-left: .75rem; border-left: 2px solid var(--strong); white-space: pre-wrap }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr); gap: .25rem 1rem }
dt { max-width: 12rem }
.seal { margin-top: 1.25rem; padding: .75rem 1rem; border: 1px solid var(--line); background: var(--sunk) }
.seal p { margin-top: .5rem }
.amber { color: var(--amber) }
ol, ul { list-style: none }
.steps > li, .thread > li { padding: .45rem 0; border-top: 1px solid var(--line) }
.steps > li { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0 .75rem }
.steps .state { color: var(--soft) }
.steps .done .state { color: var(--accent) }
.steps .skipped .state { color: var(--amber) }
.d1 { padding-left: 1.25rem } .d2 { padding-left: 2.5rem } .d3 { padding-left: 3.75rem } .d4 { padding-left: 5rem }
.label { font-weight: 600 }
.proofs > li { margin-top: .4rem; padding-left: .75rem; border-left: 2px solid var(--line) }
figure img { display: block; max-width: 100%; height: auto; max-height: 36rem; border: 1px solid var(--line) }
figcaption { margin-top: .25rem; color: var(--soft); font-size: .85rem }
.thread time, .thread .when { color: var(--soft) }
.ruling { padding: .75rem 1rem; border: 1px solid var(--accent) }
.ruling .label { font-size: 1.05rem }
.seal code, th, td:nth-child(-n+3), td code { white-space: nowrap }
table { width: 100%; margin-top: .5rem; border-collapse: collapse; font-size: .85rem }
th, td { overflow-wrap: break-word; padding: .3rem .6rem .3rem 0; border-top: 1px solid var(--line); text-align: start; vertical-align: top }
th { color: var(--soft); font-weight: 600 }
pre { padding: .75rem 1rem; border: 1px solid var(--line); background: var(--sunk); white-space: pre-wrap }
@media (max-width: 34rem) { .seal code, td:nth-child(-n+3) { white-space: normal } td { overflow-wrap: anywhere } .steps > li, dl { grid-template-columns: minmax(0, 1fr) } dd { margin-bottom: .35rem } }
@page { size: A4; margin: 16mm 15mm }
@media print {
  body { font-size: 10pt }
  main { max-width: none; padding: 0 }
  h2, h3 { break-after: avoid }
  .steps > li, .thread > li, tr, figure, .ruling, .seal { break-inside: avoid }
  figure img { max-height: 18cm }
}
`
