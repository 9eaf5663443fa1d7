// CKEditor 5, classic, with the few plugins that a reply needs.
import { Bold } from '@ckeditor/ckeditor5-basic-styles'
import { ClassicEditor } from '@ckeditor/ckeditor5-editor-classic'
import { Essentials } from '@ckeditor/ckeditor5-essentials'
import { Link } from '@ckeditor/ckeditor5-link'
import { List } from '@ckeditor/ckeditor5-list'
import { Paragraph } from '@ckeditor/ckeditor5-paragraph'
import { draftHtml, htmlEditor, type Mount } from './editor.ts'

export const mount: Mount = async (place) => {
  const host = document.createElement('div')
  place.append(host)
  const editor = await ClassicEditor.create(host, { licenseKey: 'GPL', initialData: draftHtml, plugins: [Essentials, Paragraph, Bold, List, Link] })
  return htmlEditor(
    () => editor.ui.getEditableElement()!,
    () => editor.getData(),
  )
}
