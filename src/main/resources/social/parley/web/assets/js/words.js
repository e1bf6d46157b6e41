// What scripts say, in the language of the page: an element of it has the sentences.
export const words = document.getElementById("words")?.dataset ?? {};

const numbers = new Intl.NumberFormat(document.documentElement.lang);
const rules = new Intl.PluralRules(document.documentElement.lang);

export function number(value) {
  return numbers.format(value);
}

export function say(sentence, value) {
  return (words[sentence] ?? "").replace("{0}", value);
}

// A sentence about a number: a line for each plural form, with its name.
export function count(sentence, value) {
  const forms = Object.fromEntries((words[sentence] ?? "").split("\n").map((line) => line.split("\t")));
  return (forms[rules.select(value)] ?? forms.other ?? "").replace("{0}", number(value));
}
