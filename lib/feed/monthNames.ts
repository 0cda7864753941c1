/** The number of a month (from 1) by its name or at least three letters of it, in a language of feeds; 0 for no month. */
export function monthNamed(name: string): number {
  const plain = withoutAccents(name).replace(/\.$/, "");
  if (plain.length < 3) return 0;
  return SHORT.get(plain) ?? (monthStartingWith(ENGLISH, plain) || monthIn(OTHERS, plain));
}

/** English comes first, since its short names mean other months elsewhere. */
function monthIn(languages: string[][], plain: string): number {
  const months = new Set(languages.map((names) => monthStartingWith(names, plain)).filter((month) => month > 0));
  const [month = 0] = months;
  return months.size === 1 ? month : 0;
}

/** What starts two months (`jui` in French) names neither. */
function monthStartingWith(names: string[], plain: string): number {
  const first = names.findIndex((name) => name.startsWith(plain));
  const isOnly = first === names.findLastIndex((name) => name.startsWith(plain));
  return isOnly || names[first] === plain ? first + 1 : 0;
}

function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ł", "l").replaceAll("ı", "i");
}

function months(names: string): string[] {
  return withoutAccents(names).split(" ");
}

const ENGLISH = months("january february march april may june july august september october november december");

/** Short names that are not the start of the long one. */
const SHORT = new Map([
  ["sept", 9],
  ["mrz", 3],
]);

/** As they stand in a date, which in some languages is the genitive; then as they stand alone. */
const OTHERS = [
  "januar februar märz april mai juni juli august september oktober november dezember", // German
  "jänner feber maerz april mai juni juli august september oktober november dezember", // Austrian
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", // French
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", // Spanish
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", // Italian
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro", // Portuguese
  "januari februari maart april mei juni juli augustus september oktober november december", // Dutch
  "januari februari mars april maj juni juli augusti september oktober november december", // Swedish
  "januar februar marts april maj juni juli august september oktober november desember", // Danish, Norwegian
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia", // Polish
  "ledna února března dubna května června července srpna září října listopadu prosince", // Czech
  "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie", // Romanian
  "január február március április május június július augusztus szeptember október november december", // Hungarian
  "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık", // Turkish
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря", // Russian
  "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня", // Ukrainian
  "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου", // Greek
  "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
  "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
  "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
  "ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριος",
].map(months);
