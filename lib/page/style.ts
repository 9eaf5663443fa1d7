// The look of what stands in the page itself. The count's room is kept while there is none: its arrival moves nothing that is placed. Important declarations in a shadow root win over everything the page says of the host.

/** Values follow `
components/ui/tokens.css`; written out because a page's own custom properties must not reach in. */
export const style = `
:host{all:initial!important;position:fixed!important;inset:0 auto auto 0!important;width:0!important;height:0!important;margin:0!important;border:0!important;padding:0!important;overflow:visible!important;background:none!important;display:block!important;opacity:1!important;visibility:visible!important;pointer-events:auto!important;z-index:2147483647!important;color-scheme:light dark!important;font:13px/1.4 system-ui,sans-serif!important;
--bg:light-dark(#fff,#1e2526);--fg:light-dark(#17211f,#e3e9e8);--line:light-dark(#8a9794,#6b7b7a);--accent:light-dark(#0b665e,#5cc4b5);--on:light-dark(#fff,#06211d);--hover:light-dark(#e4efed,#1b302e)}
button{font:inherit;color:inherit;cursor:pointer;box-sizing:border-box;margin:0;border:0;background:none}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
[hidden]{display:none!important}
.tab{position:fixed;width:28px;height:44px;padding:0;display:grid;grid-template-rows:14px 12px;place-content:center;justify-items:center;gap:1px;background:var(--accent);color:var(--on);border:1px solid var(--on);font-weight:600;font-size:12px;line-height:1;font-variant-numeric:tabular-nums;touch-action:none;user-select:none;translate:0 50%}
.right.tab{border-right:0;border-radius:6px 0 0 6px}
.left.tab{border-left:0;border-radius:0 6px 6px 0}
.tab:has(span:empty) svg{translate:0 6px}
.tab svg{width:14px;height:14px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round}
.tab:focus-visible{outline-offset:-4px;outline-color:var(--on)}
.card{position:fixed;background:var(--bg);color:var(--fg);border:1px solid var(--line);border-radius:6px;padding:4px}
.bar{top:12px;left:50%;translate:-50%;display:flex;align-items:center;gap:12px;padding:6px 8px 6px 12px;max-width:calc(100vw - 48px)}
.bar button{padding:4px 10px;border-radius:4px;background:var(--accent);color:var(--on);font-weight:600;white-space:nowrap}
.bar button+button{background:none;color:var(--fg);font-weight:400;margin-inline-start:-8px}
@media (forced-colors:active){.tab,.card{border:1px solid}}
@media print{:host{display:none!important}}
`
