// Lexical with rich text, lists and links.
import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import { AutoLinkNode, LinkNode } from '@lexical/link'
import { ListItemNode, ListNode, registerList } from '@lexical/list'
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text'
import { $createParagraphNode, $createTextNode, $getRoot, createEditor, type SerializedLexicalNode } from 'lexical'
import { caretIn, draftLines, type Format, type Mount } from './editor.ts'

type Node = SerializedLexicalNode & { children?: Node[]; format?: unknown }
const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)]
const signs: Record<Format, (node: Node) => boolean> = {
  bold: ({ type, format }) => type === 'text' && format === 1,
  list: ({ type }) => type === 'list',
  link: ({ type }) => type === 'link',
}

export const mount: Mount = (place) => {
  const root = document.createElement('div')
  root.contentEditable = 'true'
  place.append(root)
  const onError = (error: Error) => {
    throw error
  }
  const editor = createEditor({ namespace: 'reply', nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, AutoLinkNode], onError })
  editor.setRootElement(root)
  const fill = () => {
    for (const line of draftLines) $getRoot().append($createParagraphNode().append($createTextNode(line)))
  }
  editor.update(fill, { discrete: true })
  registerRichText(editor)
  registerList(editor)
  registerHistory(editor, createEmptyHistoryState(), 300)
  return {
    text: () => editor.getEditorState().read(() => $getRoot().getTextContent()),
    formats: () => {
      const nodes = all(editor.getEditorState().toJSON().root as Node)
      return (Object.keys(signs) as Format[]).filter((format) => nodes.some(signs[format]))
    },
    caret: () => caretIn(root),
  }
}
