// A marketplace's admin as a team would write one: react-admin's own core and router, Mantine's drawer and modal. A report opens in a drawer,
// which only hash and title tell; a seller opens in a modal, which only the title tells. What was open stays in the page, hidden.
import { Drawer, MantineProvider, Modal } from '@mantine/core'
import {
  CoreAdmin,
  ListBase,
  RecordContextProvider,
  Resource,
  useGetOne,
  useListContext,
  useLocation,
  useMatchPath,
  useRecordContext,
  useRedirect,
} from 'ra-core'
import fakeData from 'ra-data-fakerest'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { reports, sellers } from './records.ts'

/** As react-admin's grids do: each row stands twice, for wide and for narrow windows, and a sheet hides one of them. */
function Rows({ open }: { open: (id: string) => void }) {
  const { data = [] } = useListContext()
  const fields = (record: Record<string, string>) =>
    ['category', 'status', 'standing'].map((name) => record[name] && <Line key={name} label={name} value={record[name]} />)
  return (
    <>
      {data.map((record) => (
        <article key={record.id} className="narrow">
          <h3>{record.name}</h3>
          {fields(record)}
        </article>
      ))}
      {data.map((record) => (
        <p key={record.id} className="wide">
          <button type="button" onClick={() => open(String(record.id))}>
            {record.name}
          </button>
        </p>
      ))}
    </>
  )
}

function Line({ label, value }: { label: string; value: ReactNode }) {
  return (
    <p>
      <b>{label}</b> <span>{value}</span>
    </p>
  )
}

function useTitle(title: string | undefined) {
  useEffect(() => {
    document.title = title ?? 'Reports - Trust admin'
  }, [title])
}

/** The record of `id`, and while there is none the one before it, which the closed drawer goes on to hold. */
function useShown(resource: string, id: string | undefined) {
  const { data } = useGetOne(resource, { id }, { enabled: id !== undefined })
  const last = useRef(data)
  if (data) last.current = data
  return id === undefined ? last.current : data
}

function Reply() {
  const name = useId()
  const record = useRecordContext()
  const [words, setWords] = useState('')
  return (
    <>
      <label htmlFor={name}>Answer on {record?.id}</label>
      <textarea id={name} className="answer" value={words} onChange={(event) => setWords(event.target.value)} />
      <output>{words}</output>
    </>
  )
}

function ReportList() {
  const redirect = useRedirect()
  const matchPath = useMatchPath()
  const { pathname } = useLocation()
  const id = matchPath('/reports/:id', pathname)?.params.id
  const record = useShown('reports', id)
  useTitle(id === undefined ? undefined : `Report ${id} - Trust admin`)
  return (
    <ListBase>
      <h1>Reports</h1>
      <Rows open={(chosen) => redirect('edit', 'reports', chosen)} />
      <Drawer opened={id !== undefined} onClose={() => redirect('list', 'reports')} position="right" keepMounted transitionProps={{ duration: 80 }}>
        <RecordContextProvider value={record}>
          <Line label="Category" value={record?.category} />
          <Line label="Seller" value={record?.seller} />
          <p className="said">{record?.said}</p>
          <Reply key={record?.id} />
        </RecordContextProvider>
      </Drawer>
    </ListBase>
  )
}

function SellerList() {
  const [id, setId] = useState<string>()
  const record = useShown('sellers', id)
  useTitle(id === undefined ? undefined : `Seller ${id} - Trust admin`)
  return (
    <ListBase>
      <h1>Sellers</h1>
      <Rows open={setId} />
      <Modal opened={id !== undefined} onClose={() => setId(undefined)} keepMounted transitionProps={{ duration: 80 }}>
        <RecordContextProvider value={record}>
          <Line label="Standing" value={record?.standing} />
          <p className="said">{record?.said}</p>
          <Reply key={record?.id} />
        </RecordContextProvider>
      </Modal>
    </ListBase>
  )
}

createRoot(document.getElementById('root')!).render(
  <MantineProvider>
    <CoreAdmin disableTelemetry dataProvider={fakeData({ reports, sellers })}>
      <Resource name="reports" list={ReportList} />
      <Resource name="sellers" list={SellerList} />
    </CoreAdmin>
  </MantineProvider>,
)
