// The editors of the matrix: what each is called, which page it has, and which package says its version.

export interface Row {
  name: string
  /** The query of its page. */
  page: string
  /** Its package; null for what the browser brings. */
  from: string | null
  isOneLine?: true
}

export const rows: Row[] = [
  { name: 'Text area', page: 'textarea', from: null },
  { name: 'Text area in a frame', page: 'textarea&in=frame', from: null },
  { name: 'Text area in a shadow root', page: 'textarea&in=open', from: null },
  { name: 'Text area with room for 60 characters', page: 'short', from: null },
  { name: 'One-line input', page: 'input', from: null, isOneLine: true },
  { name: 'Text area bound by React', page: 'react-textarea', from: 'react' },
  { name: 'One-line input bound by React', page: 'react-input', from: 'react', isOneLine: true },
  { name: 'Text area bound by Vue', page: 'vue-textarea', from: '@vue/runtime-dom' },
  { name: 'One-line input bound by Vue', page: 'vue-input', from: '@vue/runtime-dom', isOneLine: true },
  { name: 'Bare `contenteditable`', page: 'editable', from: null },
  { name: '`contenteditable` in a shadow root', page: 'editable&in=open', from: null },
  { name: '`contenteditable=plaintext-only`', page: 'plaintext', from: null },
  { name: 'CKEditor 4', page: 'ckeditor4', from: 'ckeditor4' },
  { name: 'CKEditor 5', page: 'ckeditor5', from: '@ckeditor/ckeditor5-editor-classic' },
  { name: 'TipTap (ProseMirror)', page: 'tiptap', from: '@tiptap/core' },
  { name: 'TipTap in a frame', page: 'tiptap&in=frame', from: '@tiptap/core' },
  { name: 'TipTap in a shadow root', page: 'tiptap&in=open', from: '@tiptap/core' },
  { name: 'Quill', page: 'quill', from: 'quill' },
  { name: 'Lexical', page: 'lexical', from: 'lexical' },
  { name: 'Slate', page: 'slate', from: 'slate' },
  { name: 'TinyMCE', page: 'tinymce', from: 'tinymce' },
  { name: 'Trix', page: 'trix', from: 'trix' },
  { name: 'CodeMirror 6', page: 'codemirror6', from: '@codemirror/view' },
  { name: 'CodeMirror 5', page: 'codemirror5', from: 'codemirror5' },
  { name: 'Text area in a closed shadow root', page: 'textarea&in=closed', from: null },
  { name: 'Text area in a frame of another origin', page: 'textarea&in=foreign', from: null },
]
