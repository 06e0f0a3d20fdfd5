import type { Extensions } from '@tiptap/core'

import { Embed, Footnote } from './apart-nodes.ts'
import { Blockquote, Callout } from './framed-nodes.ts'
import { BulletList, ListItem, OrderedList } from './list-nodes.ts'
import { Bold, Italic, Link } from './marks.ts'
import { Table, TableCell, TableEditing, TableHeader, TableRow } from './table-nodes.ts'
import { Doc, HardBreak, Heading, HorizontalRule, Paragraph, Text } from './text-nodes.ts'

/** The nodes and marks of the stored body (src/newsroom/stories/body.ts), as the editor knows them: these and no others. */
export const bodyExtensions: Extensions = [
  Doc,
  Text,
  Paragraph,
  Heading,
  BulletList,
  OrderedList,
  ListItem,
  Blockquote,
  Callout,
  Table,
  TableRow,
  TableHeader,
  TableCell,
  HorizontalRule,
  Embed,
  HardBreak,
  Footnote,
  Link,
  Bold,
  Italic,
  TableEditing,
]
