export const pageStyle = `
:root{color-scheme:light dark;--ink:#1c2430;--soft:#667085;--line:#d6dbe3;--c0:#2563eb;--c1:#d97706;--c2:#dc2626}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ef;--soft:#98a2b3;--line:#344054;--c0:#60a5fa;--c1:#fbbf24;--c2:#f87171}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);max-width:900px;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}
.big{color:var(--soft)}.big span{display:inline-block;margin-right:1.2rem}.big b{color:var(--ink);font-size:1.4rem}
.warning{border-left:4px solid var(--c1);padding:.3rem .8rem}
figure{margin:1.5rem 0}figcaption{font-weight:600}.key{font-weight:400;margin-left:1rem;color:var(--soft)}
.key::before{content:"";display:inline-block;width:.9em;height:.25em;margin-right:.4em;vertical-align:middle;background:currentColor}
figure{overflow-x:auto}svg{width:100%;min-width:560px;height:auto}text{fill:var(--soft);font-size:11px}.grid{stroke:var(--line);stroke-width:.5}
.line{fill:none;stroke-width:1.6}
path.c0{stroke:var(--c0)}path.c1{stroke:var(--c1)}path.c2{stroke:var(--c2)}
.key.c0::before{background:var(--c0)}.key.c1::before{background:var(--c1)}.key.c2::before{background:var(--c2)}
table{border-collapse:collapse;display:block;overflow-x:auto;font-variant-numeric:tabular-nums}
th,td{padding:.25rem .5rem;font-size:14px;border-bottom:1px solid var(--line);text-align:right;white-space:nowrap}
th:first-child{text-align:left}table tr td:only-of-type{text-align:left;white-space:normal}
pre{white-space:pre-wrap;font-size:13px}code{font-size:.93em}`;
