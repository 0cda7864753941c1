import type { Writing } from "./realArticles.ts";

/** Parts of articles, in the markup of blogs, papers, wikis and newsletters. */
export const BLOCKS: ((writing: Writing) => string)[] = [
  ({ text, link }) =>
    `<p class="wp-block-paragraph" style="text-align:justify">${text()} <a href="${link()}" target="_self">${text()}</a> ${text()}</p>`,
  ({ text }) => `<p><strong>${text()}</strong> ${text()} <em>${text()}</em> <code>${text()}</code> ${text()}</p>`,
  ({ text }) => `<h2 id="part" class="title"><span style="color:#333">${text()}</span></h2><p>${text()}</p>`,
  ({ text, link }) =>
    `<ul class="list"><li>${text()}</li><li><a href="${link()}">${text()}</a><ol start="3"><li>${text()}</li><li>${text()}</li></ol></li></ul>`,
  ({ text }) =>
    `<table class="wikitable" border="1"><caption>${text()}</caption><thead><tr><th scope="col">${text()}</th><th>${text()}</th></tr></thead>` +
    `<tbody><tr><td colspan="2" style="width:50%">${text()}</td></tr><tr><td>${text()}</td><td>${text()}</td></tr></tbody></table>`,
  ({ text, picture }) =>
    `<figure class="wp-block-image"><img src="${picture()}" width="1200" height="800" alt="A view" loading="lazy" decoding="async"><figcaption>${text()}</figcaption></figure>`,
  ({ text, picture, link }) =>
    `<p>${text()}</p><a href="${link()}"><img src="${picture()}" alt="Large" class="aligncenter"></a>`,
  ({ text }) => `<pre class="language-js"><code class="language-js">${text()}\n  ${text()}\n</code></pre>`,
  ({ text, link }) =>
    `<blockquote><p>${text()}</p><footer>— <cite><a href="${link()}">${text()}</a></cite></footer></blockquote>`,
  ({ text, link }) =>
    `<p>${text()}<sup id="fnref1"><a href="#fn1">1</a></sup></p><section class="footnotes"><ol><li id="fn1"><p>${text()} <a href="${link()}">${text()}</a></p></li></ol></section>`,
  ({ text, picture }) =>
    `<p>${text()}</p><img class="lazyload" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="${picture()}" alt="Late">`,
  ({ text, picture }) => {
    const address = picture();
    return `<p>${text()}</p><img class="lazy" src="/img/placeholder.gif" data-lazy-src="${address}" alt=""><noscript><img src="${address}" alt="Early"></noscript>`;
  },
  ({ picture, text }) =>
    `<picture><source type="image/webp" srcset="${picture()} 1200w"><img alt="Chosen"></picture><p>${text()}</p>`,
  ({ picture, text }) => `<img srcset="${picture()} 1000w" sizes="100vw" alt="Sharp"><p>${text()}</p>`,
  ({ text, pixel }) => `<p>${text()}<img src="${pixel()}" width="1" height="1" alt=""></p>`,
  ({ text, pixel }) =>
    `<p>${text()}</p><img src="${pixel()}" style="display:none" alt=""><img height="2" src="${pixel()}">`,
  ({ text, pixel }) => `<p>${text()}</p><iframe src="${pixel()}" width="0" height="0" style="border:0"></iframe>`,
  ({ text, leadsTo, upTo }) => {
    const id = `v${upTo(99_999)}`;
    leadsTo(`https://www.youtube.com/watch?v=${id}`);
    return `<p>${text()}</p><div class="video"><iframe width="560" height="315" src="https://www.youtube-nocookie.com/embed/${id}?rel=0" allowfullscreen></iframe></div>`;
  },
  ({ text, leadsTo, upTo }) => {
    const address = `https://media.example/${upTo(99_999)}.mp3`;
    leadsTo(address);
    return `<p>${text()}</p><audio controls preload="none"><source src="${address}" type="audio/mpeg"></audio>`;
  },
  ({ text, leadsTo, upTo }) => {
    const address = `https://maps.example/embed/${upTo(99_999)}`;
    leadsTo(address);
    return `<p>${text()}</p><iframe src="${address}" title="Map" width="100%" height="400"></iframe>`;
  },
  ({ text }) => `<details><summary>${text()}</summary><p>${text()}</p></details><hr><p>${text()}<br>${text()}</p>`,
  ({ text }) =>
    `<dl><dt>${text()}</dt><dd>${text()}</dd></dl><p><abbr title="x">${text()}</abbr> <time datetime="2026-11-30">${text()}</time></p>`,
  ({ text }) =>
    `<div class="row"><div class="col"><font face="Verdana" size="2">${text()}</font></div><center>${text()}</center><tt>${text()}</tt></div>`,
  ({ text }) =>
    `<p>${text()} H<sub>2</sub>O &amp; <q>${text()}</q> <mark>${text()}</mark> <del>${text()}</del> <ins>${text()}</ins> <kbd>${text()}</kbd></p>`,
  ({ text }) =>
    `<div dir="rtl" lang="ar"><p>${text()}</p></div><p lang="ja"><ruby>${text()}<rt>${text()}</rt></ruby></p>`,
  ({ text, link }) =>
    `<aside class="related"><h3>${text()}</h3><ul><li><a rel="noopener" href="${link()}">${text()}</a></li></ul></aside>`,
  ({ text }) =>
    `<main><article><header><h1>${text()}</h1></header><p>${text()}</p><footer><address>${text()}</address></footer></article></main>`,
  ({ text }) => `<form action="/poll"><fieldset><legend>${text()}</legend><label>${text()}</label></fieldset></form>`,
  ({ text, link }) =>
    `<x-card class="card"><a href="${link()}" onclick="track(this)"><h4>${text()}</h4></a><p>${text()}</p></x-card>`,
  ({ text }) => `<script>var x = "1";</script><style>.a{color:red}</style><!-- ad --><p>${text()}</p>`,
];
