// The look of what comes with the tools: menu, rail and its edge. Colours come from `style.ts`. The grip stands beside the frame,
// never over it: one pixel of overlap and the browser reports the whole frame as covered, and its guarded buttons refuse.

export const toolsStyle = `
.menu{min-width:180px}
.menu button{display:block;width:100%;padding:5px 10px;text-align:start;border-radius:4px}
.menu button:hover,.menu button:focus{background:var(--hover)}
.rail{position:fixed;top:0;height:100%;max-width:calc(100vw - 40px);background:var(--bg);box-sizing:border-box}
.right.rail{right:0;border-left:1px solid var(--line)}
.left.rail{left:0;border-right:1px solid var(--line)}
.rail iframe{width:100%;height:100%;border:0;outline:0;display:block;color-scheme:light dark}
.grip{position:absolute;top:0;bottom:0;width:8px;cursor:ew-resize;touch-action:none}
.right .grip{right:100%}
.left .grip{left:100%}
.grip:hover,.grip:focus-visible{background:linear-gradient(90deg,transparent 3px,var(--accent) 3px 6px,transparent 6px)}
.moving iframe{pointer-events:none}
`
