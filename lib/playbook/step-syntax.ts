// The two additions to Markdown: the mark that opens a step and the attribute block that closes its first line.
// They are tokens, not patterns over finished text, so that a backslash before them works as it does everywhere in Markdown.
import type { Node } from 'mdast'
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Code, Effects, Extension, State, TokenizeContext } from 'micromark-util-types'

export interface StepMark extends Node {
  type: 'stepMark'
  mark: string
}
/** `source` is the block with its braces, or one line of it. */
export interface StepAttributes extends Node {
  type: 'stepAttributes'
  source: string
}

declare module 'mdast' {
  interface PhrasingContentMap {
    stepMark: StepMark
    stepAttributes: StepAttributes
  }
  interface RootContentMap {
    stepMark: StepMark
    stepAttributes: StepAttributes
  }
}
declare module 'micromark-util-types' {
  interface TokenTypeMap {
    stepMark: 'stepMark'
    stepAttributes: 'stepAttributes'
  }
}

const [space, bang, quote, hash, open, shut, dash, equals, more, question] = [...' !"#()-=>?'].map((character) => character.charCodeAt(0))
const [bracket, backslash, unbracket, brace, unbrace] = [...'[\\]{}'].map((character) => character.charCodeAt(0))
const [x, capitalX] = [...'xX'].map((character) => character.charCodeAt(0))

const isLineEnd = (code: Code) => code !== null && code < -2
const isBlank = (code: Code) => code !== null && (code === space || (code < 0 && code > -3))

/** `[ ]`, `[x]`, `[!]`, `[>]`, `[=]` or `(?)` as the first thing in a list item, with the blanks after it. */
function tokenizeMark(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let closing: Code = null
  const start: State = (code) => {
    if (this.previous !== null || !this._gfmTasklistFirstContentOfListItem) return nok(code)
    closing = code === open ? shut! : unbracket!
    effects.enter('stepMark')
    effects.consume(code)
    return inside
  }
  const inside: State = (code) => {
    const fits = closing === shut ? code === question : isBlank(code) || code === bang || code === equals || code === more || code === x || code === capitalX
    if (!fits) return nok(code)
    effects.consume(code)
    return close
  }
  const close: State = (code) => {
    if (code !== closing) return nok(code)
    effects.consume(code)
    return after
  }
  const after: State = (code) => {
    if (code !== null && !isLineEnd(code) && !isBlank(code)) return nok(code)
    return blanks(code)
  }
  const blanks: State = (code) => {
    if (isBlank(code)) {
      effects.consume(code)
      return blanks
    }
    effects.exit('stepMark')
    return ok(code)
  }
  return start
}

/** `{...}` as the last thing of a step's line; without a mark (headings, options) only `{#id}`. */
function tokenizeAttributes(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  // A mark is the first thing of its line or there is none: a line of nothing but braces asks this as often as it is long.
  const marked = this.events[0]?.[1].type === 'stepMark'
  let isQuoted = false
  let length = 0
  const start: State = (code) => {
    if (this.previous === brace) return nok(code)
    effects.enter('stepAttributes')
    effects.consume(code)
    return inside
  }
  const inside: State = (code) => {
    if (code === null || code === brace) return isQuoted && code !== null ? consume(code) : nok(code)
    if (!marked && !fitsId(code)) return nok(code)
    if (isLineEnd(code)) {
      effects.exit('stepAttributes')
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      effects.enter('stepAttributes')
      return inside
    }
    if (code === unbrace && !isQuoted) {
      effects.consume(code)
      return after
    }
    return consume(code)
  }
  const consume: State = (code) => {
    if (code === quote) isQuoted = !isQuoted
    effects.consume(code)
    length++
    return isQuoted && code === backslash ? escaped : inside
  }
  const escaped: State = (code) => {
    if (code === quote || code === backslash) {
      effects.consume(code)
      return inside
    }
    return inside(code)
  }
  const after: State = (code) => {
    if (isBlank(code)) {
      effects.consume(code)
      return after
    }
    if (code !== null) return nok(code)
    effects.exit('stepAttributes')
    return ok(code)
  }
  const fitsId = (code: Code) => {
    if (length === 0) return code === hash
    return code === unbrace || code === dash || (code !== null && ((code >= 48 && code <= 57) || (code >= 97 && code <= 122)))
  }
  return start
}

export const stepSyntax: Extension = {
  text: {
    [bracket!]: { name: 'stepMark', tokenize: tokenizeMark },
    [open!]: { name: 'stepMark', tokenize: tokenizeMark },
    [brace!]: { name: 'stepAttributes', tokenize: tokenizeAttributes },
  },
}

export const stepsFromMarkdown: FromMarkdown = {
  enter: {
    stepMark(token) {
      const mark = this.sliceSerialize(token).charAt(1)
      this.enter({ type: 'stepMark', mark: mark === '\t' ? ' ' : mark }, token)
    },
    stepAttributes(token) {
      this.enter({ type: 'stepAttributes', source: this.sliceSerialize(token) }, token)
    },
  },
  exit: {
    stepMark(token) {
      this.exit(token)
    },
    stepAttributes(token) {
      this.exit(token)
    },
  },
}
