import type { ReactNode } from 'react'

import type { Activity, RevisionContent } from '#newsroom/stories/story.ts'
import { storyKinds } from '#newsroom/stories/story.ts'

import { unknownName } from '../frame/called-fields.ts'
import { useHasFault } from '../frame/faults.tsx'
import { PickEntries, PickEntry } from '../frame/pick-entry.tsx'
import type { Choice, RegisterChoices } from '../frame/register-names.ts'
import { useWords } from '../words/use-words.ts'
import { Pick, TextField } from './fields.tsx'

type Props = {
  content: RevisionContent
  choices: RegisterChoices
  activityTypes: { [type: string]: string }
  publicAddress: string
  /** The form as it was typed, where something of it could not be kept. */
  typed?: FormData | undefined
}

/** What a story is about, beside its text. */
export function FactFields({ content, choices, activityTypes, publicAddress, typed }: Props): ReactNode {
  const say = useWords()
  const words = say.writing
  const hasFault = useHasFault((field) => field.startsWith('activity'))
  const [isBylineWrong, isAddressWrong] = [useHasFault(isOfByline), useHasFault(isOfAddress)]
  return (
    <>
      <Group title={words.facts} isOpen>
        <PickEntry
          register="sections"
          name="section"
          label={words.section}
          none={words.none}
          chosen={unknownIn(typed, 'section') ?? content.section}
          choices={choices.sections}
        />
        <Pick
          name="kind"
          label={words.kind}
          chosen={content.kind}
          choices={storyKinds.map((kind) => ({ value: kind, name: say.kinds[kind] }))}
        />
        {(['projects', 'places', 'topics', 'people'] as const).map((name) => (
          <PickEntries
            key={name}
            register={name}
            name={name}
            label={words[name]}
            chosen={[...content[name], ...unknownsIn(typed, name)]}
            choices={choices[name]}
          />
        ))}
      </Group>
      <Group title={words.activity} isOpen={content.activity !== null || hasFault}>
        <ActivityFields activity={content.activity} choices={choices} types={activityTypes} typed={typed} />
      </Group>
      <Group title={words.byline} isOpen={isBylineWrong}>
        <TextField name="byline" label={words.byline} value={content.byline} longest={300} />
        <TextField name="datelinePlace" label={words.datelinePlace} value={content.dateline?.place} longest={120} />
        <TextField name="datelineDate" label={words.datelineDate} value={content.dateline?.date} type="date" />
      </Group>
      <Group title={words.address} isOpen={isAddressWrong}>
        <TextField name="slug" label={words.publicAddress} value={content.slug} longest={120} help={publicAddress} follows="address" />
        <TextField name="searchTitle" label={words.searchTitle} value={content.searchTitle} longest={200} />
        <TextField name="searchDescription" label={words.searchDescription} value={content.searchDescription} longest={500} />
        <figure className="search-preview" data-search-preview>
          <figcaption>{words.searchPreview}</figcaption>
          <p className="search-preview-title" data-follows="title">
            {content.searchTitle ?? content.headline}
          </p>
          <p className="search-preview-address" data-follows="address" dir="ltr">
            {publicAddress}
          </p>
          <p data-follows="description">{content.searchDescription ?? content.summary}</p>
        </figure>
        <figure className="social-preview">
          <figcaption>{words.socialPreview}</figcaption>
          <p className="social-preview-title" data-follows="headline">
            {content.headline}
          </p>
          <p data-follows="description">{content.searchDescription ?? content.summary}</p>
        </figure>
      </Group>
    </>
  )
}

function typedIn(typed: FormData | undefined, name: string): string | undefined {
  const value = typed?.get(name)
  return typeof value === 'string' ? value : undefined
}

/** What was typed of a field that no register knows, to be mended there. */
const unknownsIn = (typed: FormData | undefined, name: string): string[] =>
  (typed?.getAll(name) ?? []).filter((value): value is string => typeof value === 'string' && unknownName(value) !== undefined)
const unknownIn = (typed: FormData | undefined, name: string): string | undefined => unknownsIn(typed, name)[0]

const isOfByline = (field: string): boolean => field === 'byline' || field.startsWith('dateline')
const isOfAddress = (field: string): boolean => field === 'slug' || field.startsWith('search')

function ActivityFields({
  activity,
  choices,
  types,
  typed,
}: {
  activity: Activity | null
  choices: RegisterChoices
  types: { [type: string]: string }
  typed?: FormData | undefined
}): ReactNode {
  const words = useWords().writing
  const known: Choice[] = Object.entries(types).map(([value, name]) => ({ value, name }))
  const own = activity?.type && !(activity.type in types) ? [{ value: activity.type, name: activity.type }] : []
  return (
    <>
      <Pick
        id="activityType"
        name="activityType"
        label={words.activityType}
        none={words.none}
        chosen={activity?.type ?? null}
        choices={[...known, ...own]}
      />
      <TextField name="activityName" label={words.activityName} value={activity?.name} longest={300} />
      <div className="pair">
        <TextField name="activityStarts" label={words.starts} value={activity?.starts} type="date" />
        <TextField id="activityEnds" name="activityEnds" label={words.ends} value={activity?.ends} type="date" />
      </div>
      <PickEntry
        register="places"
        name="activityPlace"
        label={words.activityPlace}
        none={words.none}
        chosen={unknownIn(typed, 'activityPlace') ?? activity?.place ?? null}
        choices={choices.places}
      />
      <label className="tick">
        <input type="checkbox" name="activityOnline" value="yes" defaultChecked={activity?.isOnline ?? false} /> <span>{words.online}</span>
      </label>
      <PickEntries
        register="organisations"
        name="activityOrganisers"
        label={words.organisers}
        chosen={[...(activity?.organisers ?? []), ...unknownsIn(typed, 'activityOrganisers')]}
        choices={choices.organisations}
      />
      <PickEntries
        register="organisations"
        name="activityPartners"
        label={words.partners}
        chosen={[...(activity?.partners ?? []), ...unknownsIn(typed, 'activityPartners')]}
        choices={choices.organisations}
      />
      <TextField
        name="activityParticipants"
        label={words.participants}
        value={typedIn(typed, 'activityParticipants') ?? activity?.participants?.toString()}
        type="number"
      />
    </>
  )
}

function Group({ title, isOpen = false, children }: { title: string; isOpen?: boolean; children: ReactNode }): ReactNode {
  return (
    <details className="fact-group" open={isOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
