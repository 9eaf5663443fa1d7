// What the build leaves out of re2js: tables that the browser has itself, and engines and calls that `lib/domain/pattern.ts` never reaches.
// Refuses to build when the library is not laid out as it was when this was written.

/** Classes that have letters outside of themselves which are theirs when upper and lower case are one. */
const folded = 'L LC Ll Lt Lu M Mn'
const categories = 'C Cc Cf Cn Co Cs L LC Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs'

/** Ranges of a class of letters as the browser knows it, block by block: nearly every block is all in or all out. */
const browserTable = `
const browserTable = (name) => {
	const one = new RegExp("^\\\\p{" + name + "}$", "u");
	const all = new RegExp("^\\\\p{" + name + "}*$", "u");
	const none = new RegExp("^\\\\P{" + name + "}*$", "u");
	const ranges = [];
	let from = -1;
	const turn = (isIn, at) => {
		if (isIn === from >= 0) return;
		if (!isIn) ranges.push(from, at - 1);
		from = isIn ? at : -1;
	};
	for (let start = 0; start < 1114112; start += 256) {
		const runes = Array.from({ length: 256 }, (_, at) => String.fromCodePoint(start + at));
		const block = runes.join("");
		if (none.test(block)) turn(false, start);
		else if (all.test(block)) turn(true, start);
		else runes.forEach((rune, at) => turn(one.test(rune), start + at));
	}
	turn(false, 1114112);
	return new UnicodeRangeTable(new Uint32Array(ranges), true);
};
const foldedTable = (name) => {
	const table = UnicodeTables.CATEGORIES.get(name);
	const isFolded = (rune) => {
		for (let other = Unicode.simpleFold(rune); other !== rune; other = Unicode.simpleFold(other)) if (Unicode.is(table, other)) return true;
		return false;
	};
	const ascii = Array.from({ length: 128 }, (_, rune) => rune);
	const runes = [...new Set([...ascii, ...UnicodeTables.CASE_ORBIT.keys()])].sort((a, b) => a - b);
	return new UnicodeRangeTable(new Uint32Array(runes.filter((rune) => !Unicode.is(table, rune) && isFolded(rune)).flatMap((rune) => [rune, rune])), true);
};
`

/** Classes by the stub that takes their place. What a search goes without only makes it quicker: the automaton and the simulation stay. */
const stubs: Record<string, string> = {
  AhoCorasick: '{}',
  Backtracker: '{ static maxBitStateLen() { return -1; } }',
  BitState: '{}',
  MachineUTF8Input: '{}',
  OnePass: '{ static compile() { return null; } }',
  OnePassProg: '{}',
  Prefilter: '{ static Type = { NONE: 0 }; }',
  PrefilterTree: '{ static build() { return { type: 0 }; } }',
  QueueOnePass: '{}',
  RE2Set: '{}',
  TranslateRegExpString: '{}',
  Utf8MatcherInput: '{}',
}
const unusedMethods: Record<string, string[]> = {
  Matcher: [
    'appendReplacement',
    'appendReplacementInternalJava',
    'appendReplacementInternalJs',
    'appendTail',
    'replaceAll',
    'replaceFirst',
    'replace',
    'appendReplacementFunc',
    'matchArray',
    'namedGroupsObject',
    'getNamedGroups',
    'static quoteReplacement',
    'programSize',
  ],
  // How patterns and programs are printed is for who looks for a fault in the library.
  CharClass: ['toString', 'static charClassToString'],
  Compiler: ['static compileSet', 'lookBehind'],
  DFA: ['matchSet'],
  Inst: ['toString', 'matchRunePos', 'static escapeRunes'],
  Machine: ['matchSet', 'spawnLookbehinds', 'restoreLookbehinds', 'saveLookbehinds'],
  // Only with a flag that is never set.
  Parser: ['parsePosLookBehind', 'parseNegLookBehind', 'static hasCapture'],
  Prog: ['toString'],
  Queue: ['toString'],
  RE2JS: ['static quote', 'static quoteReplacement', 'static translateRegExp', 'static matches', 'matches', 'test', 'testExact', 'split', 'programSize'],
  Regexp: ['toString', 'appendTo', 'static quoteIfHyphen'],
  Unicode: ['static isPrint'],
  Utils: ['static escapeRune', 'static utf8ByteArrayToString', 'static stringToUtf8ByteArray'],
  RE2: [
    'replaceAll',
    'replaceFirst',
    'replaceAllFunc',
    'allMatches',
    'findUTF8',
    'findUTF8Index',
    'findUTF8Submatch',
    'findUTF8SubmatchIndex',
    'findSubmatch',
    'findSubmatchIndex',
    'findAllUTF8',
    'findAllUTF8Index',
    'findAll',
    'findAllIndex',
    'findAllUTF8Submatch',
    'findAllUTF8SubmatchIndex',
    'findAllSubmatch',
    'findAllSubmatchIndex',
    'findIndex',
    'matchUTF8',
    'static compilePOSIX',
    'matchWithGroup',
    'pad',
  ],
}

/** re2js as it is published to what Handrail needs of it. */
export function leanPatterns(published: string): string {
  let code = published
  const replace = (what: string, found: RegExp, by: (...groups: string[]) => string) => {
    const lean = code.replace(found, (...groups: string[]) => by(...groups))
    if (lean === code) throw new Error(`re2js keeps ${what} elsewhere now: mend lean-patterns.ts.`)
    code = lean
  }
  const lazy = (name: string, entries: string) =>
    replace(name, new RegExp(`static ${name} = new LazyMap\\(\\{[\\s\\S]*?\\n\\t\\}\\);`), () => `static ${name} = new LazyMap(${entries});`)
  lazy('CATEGORIES', `Object.fromEntries("${categories}".split(" ").map((name) => [name, () => browserTable(name)]))`)
  lazy('FOLD_CATEGORIES', `Object.fromEntries("${folded}".split(" ").map((name) => [name, () => foldedTable(name)]))`)
  lazy('SCRIPTS', '{}')
  lazy('FOLD_SCRIPT', '{}')
  // Asked only by what prints a pattern.
  replace('the printable letters', /\tstatic get Print\(\) \{\n[\s\S]*?\n\t\}\n/, () => '')
  // With no look behind there is nothing to mark.
  replace(
    'the marks of looking behind',
    /(\tmarkLookbehindInsts\(\) \{\n)[\s\S]*?(\t\tthis\.lbInst = )lbInst;\n/,
    (_, start = '', end = '') => `${start}${end}new Uint8Array(this.inst.length);\n`,
  )
  // Only texts are searched, no bytes.
  replace('the prefix as bytes', /\t\tre2\.prefixUTF8 = [^\n]*\n/, () => '')
  // One text that says the same few letters over and over: "(gCB:25)" stands for "gCB" 25 times.
  replace('upper and lower case', /decodeOrbit\("([\w+-]{2000,})"\)/, (_, table = '') => {
    const short = table.replace(/(.{1,6}?)\1{3,}/g, (run, unit: string) => (run.length > unit.length + 6 ? `(${unit}:${run.length / unit.length})` : run))
    return `decodeOrbit("${short}".replace(/\\((.*?):(\\d+)\\)/g, (_, unit, count) => unit.repeat(count)))`
  })
  replace('its tables', /\nvar UnicodeTables = class/, (start) => `${browserTable}${start}`)
  for (const [name, stub] of Object.entries(stubs))
    replace(name, new RegExp(`\\nvar ${name} = class[\\s\\S]*?\\n\\};\\n`), () => `\nvar ${name} = class ${stub};\n`)
  for (const [name, methods] of Object.entries(unusedMethods)) {
    replace(name, new RegExp(`\\nvar ${name} = class[\\s\\S]*?\\n\\};\\n`), (text) =>
      methods.reduce((left, method) => {
        const rest = left.replace(new RegExp(`\\n\\t${method}\\([^\\n]*\\{\\n[\\s\\S]*?\\n\\t\\}\\n`), '\n')
        if (rest === left) throw new Error(`re2js keeps ${name}.${method} elsewhere now: mend lean-patterns.ts.`)
        return rest
      }, text),
    )
  }
  return code
}
