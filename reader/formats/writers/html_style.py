"""The style sheet of exported HTML: the reading view's colours and sizes, nothing remote."""

STYLE = """\
:root {
  --paper: #FBFAF7; --panel: #F3F1EC; --line: #E3DFD6;
  --hindi: #1E2226; --english: #2F4858; --muted: #6B7280; --accent: #B4530A;
  --amber: 226 179 60; --mint: 92 184 138; --sky: 90 169 230; --rose: 229 122 140; --strength: 35%;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1B1D1F; --panel: #232629; --line: #33373B;
    --hindi: #E8E6E1; --english: #B9CEDB; --muted: #9AA3AD; --accent: #F0A35E;
    --strength: 28%;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--english);
  font: 17px/1.6 "Source Serif 4", "Noto Serif", Georgia, "Nirmala UI",
    "Kohinoor Devanagari", serif; }
main { max-width: 72em; margin: 0 auto; padding: 48px 24px 64px; }
.interleaved main, .english main { max-width: 40em; }
[lang=hi] { color: var(--hindi); font-size: 19px; line-height: 1.75;
  font-family: Mukta, "Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari", Mangal,
    "Lohit Devanagari", sans-serif; }
h1 { margin: 0 0 8px; font-size: 28px; line-height: 1.35; font-weight: 500; }
h1:lang(hi) { font-size: 30px; line-height: 1.45; font-weight: 600; }
h2 { margin: 40px 0 8px; color: var(--muted); font-size: 14px; font-weight: 600; }
p { margin: 0 0 12px; }
.by, .by:lang(hi), .source, .notice { margin: 4px 0; color: var(--muted); font-size: 14px;
  line-height: 1.6; }
header { margin-bottom: 32px; padding-bottom: 16px; border-bottom: 1px solid var(--line); }
.columns header { display: grid; grid-template-columns: 1fr 1fr; column-gap: 40px; }
.columns header .source, .columns header .notice { grid-column: 1 / -1; }
.columns header > :lang(hi) { grid-column: 1; }
.columns header > :lang(en):is(h1, .by) { grid-column: 2; }
a { color: var(--accent); overflow-wrap: anywhere; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; }
td { width: 50%; padding: 0 20px 16px; vertical-align: top; overflow-wrap: break-word; }
td:first-child { padding-left: 0; border-right: 1px solid var(--line); }
td:last-child { padding-right: 0; }
.interleaved p:lang(hi) { margin-bottom: 4px; }
.interleaved p:lang(en) { margin-bottom: 20px; }
.lead { font-weight: 500; }
.lead { margin-bottom: 8px; }
:is(.picture, .web-title) :is(td, p) { color: var(--muted); font-size: 15px; line-height: 1.6; }
section { margin: 24px 0; }
section.points { margin-left: -17px; padding-left: 14px; border-left: 3px solid var(--accent); }
section.points td { padding-bottom: 6px; }
h2:first-child { margin-top: 0; }
h3 { margin: 0 0 12px; font-size: inherit; font-weight: 600; break-after: avoid; }
blockquote { margin: 0; padding-left: 20px; border-left: 3px solid var(--line); }
:is(ul, ol):has(.label) { padding-left: 0; list-style: none; }
.label { color: var(--muted); font-variant-numeric: tabular-nums; }
.label + p { display: inline; }
.label + p + p { margin-top: 4px; }
figure { margin: 0; }
td > :is(h3, p, table.data) { margin-bottom: 0; }
.interleaved figcaption p:is(:lang(hi), :lang(en)), .english figcaption p { margin: 0 0 2px; }
figcaption, .stamp { color: var(--muted); font-size: 15px; line-height: 1.6; }
:is(.stamp, figcaption p):lang(hi) { color: var(--muted); font-size: 15px; }
table.data { width: auto; min-width: 60%; max-width: 100%; margin-bottom: 20px;
  table-layout: auto; }
.data :is(th, td):is(*, :first-child, :last-child) { width: auto; padding: 4px 12px 4px 0;
  border: 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
.data th { font-weight: 600; }
.missing, small, .count { color: var(--muted); font-size: 14px; }
.gloss { color: var(--muted); }
mark { color: inherit; padding: 1px 2px; border-radius: 3px; border-left: 3px solid;
  background: rgb(var(--tone) / var(--strength)); border-left-color: rgb(var(--tone));
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.amber { --tone: var(--amber); }
.mint { --tone: var(--mint); border-left-style: dashed; }
.sky { --tone: var(--sky); border-left-style: dotted; }
.rose { --tone: var(--rose); border-left-style: double; }
ul, ol { margin: 0; padding-left: 20px; }
:is(.article, .rows) > :is(ul, ol, blockquote, figure) { margin-bottom: 20px; }
dl { margin: 0; columns: 3 16em; column-gap: 40px; }
dt { color: var(--muted); font-size: 14px; break-after: avoid; }
dd + dt { margin-top: 12px; }
dd { margin: 0; }
@media (max-width: 640px) {
  .columns header { display: block; }
  .columns :is(.lead, .rows, .article) > tbody > tr { display: block; }
  .columns :is(.lead, .rows, .article) > tbody > tr > td { display: block; width: 100%;
    padding: 0 0 6px; border: 0; }
  .columns :is(.lead, .rows, .article) > tbody > tr > td:last-child { padding-bottom: 18px; }
}
@media print {
  :root { --paper: #fff; --hindi: #000; --english: #1f2f3a; --muted: #555; --line: #ccc;
    --accent: #8a3f07; --strength: 35%; }
  body { font-size: 11pt; }
  [lang=hi] { font-size: 12pt; line-height: 1.6; }
  main { max-width: none; padding: 0; }
  section.points { margin-left: 0; }
  li, dd, tr, figure { break-inside: avoid; }
  h2 { break-after: avoid; }
  mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
"""
