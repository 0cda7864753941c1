import { makeItems, makeJsonFeed, type MadeItem } from "./makers.ts";

/**
 * News without a single Latin letter, so that whatever shows one is a word of the product. The newest article has all
 * that a text can have.
 */
export function greekNews(pictureUrl: string): string {
  const items = makeItems(12, (number) => itemOf(number, pictureUrl));
  return makeJsonFeed({ title: "Τα νέα", language: "el", items });
}

function itemOf(number: number, pictureUrl: string): MadeItem {
  return {
    title: number === 12 ? "Τρία κράτη του ποταμού υπογράφουν κοινή συμφωνία για τις πλημμύρες" : `Άρθρο ${number}`,
    summary: "Οι μετρητές στα ανάντη θα τροφοδοτούν έναν κοινό χάρτη πριν από την επόμενη περίοδο των βροχών.",
    tags: number % 2 === 0 ? ["Κόσμος", "Επιστήμη"] : ["Πολιτισμός"],
    author: "Ελένη",
    ...(number % 3 === 0 && { imageUrl: pictureUrl }),
    html: number === 12 ? everything(pictureUrl) : `<p>Κείμενο ${number}</p>`,
  };
}

const everything = (pictureUrl: string): string => `
  <p>Οι μετρητές στα ανάντη θα τροφοδοτούν έναν <a href="https://α.example/">κοινό χάρτη</a>.<sup><a href="#fn1" id="fnref1">1</a></sup></p>
  <h2>Η συμφωνία</h2>
  <ul><li>Πρώτο</li><li>Δεύτερο <code>α = β</code></li></ul>
  <blockquote><p>Μια φράση.</p></blockquote>
  <figure><img src="${pictureUrl}" alt="Ένας χάρτης"><figcaption>Ο χάρτης</figcaption></figure>
  <pre><code class="language-js">${"α = β + γ; ".repeat(20)}</code></pre>
  <table><thead><tr>${cells("th")}</tr></thead><tbody><tr>${cells("td")}</tr></tbody></table>
  <iframe src="https://www.youtube.com/embed/abc" title=""></iframe>
  <hr>
  <ol><li id="fn1">Μια σημείωση. <a href="#fnref1">↩</a></li></ol>
`;

const cells = (name: string): string => Array.from({ length: 12 }, (_, i) => `<${name}>Στήλη ${i}</${name}>`).join("");
