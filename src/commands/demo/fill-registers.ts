import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { z } from 'zod'

import { changeEmblem } from '#newsroom/house-rules/change-emblem.ts'
import { fileVisibilityRule } from '#newsroom/house-rules/file-visibility-rule.ts'
import { operator } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { fileOrganisation } from '#newsroom/organisations/file-organisation.ts'
import { filePerson } from '#newsroom/people/file-person.ts'
import { fileCity } from '#newsroom/places/file-city.ts'
import { fileProject } from '#newsroom/projects/file-project.ts'
import { fileSection } from '#newsroom/sections/file-section.ts'
import { fileTopic } from '#newsroom/topics/file-topic.ts'

import { demoCities, demoNewsroom, demoOrganisations, demoPeople, demoProjects, demoTopics, demoVisibilityRules } from './demo-files.ts'

/** Slug → id (places: → code) of what the demo's stories refer to. */
export type DemoRegisters = Record<'sections' | 'organisations' | 'topics' | 'people' | 'cities' | 'projects', Map<string, string>>

export async function fillRegisters(newsroom: Newsroom, folder: string): Promise<DemoRegisters> {
  const registers: DemoRegisters = {
    sections: new Map(),
    organisations: new Map(),
    topics: new Map(),
    people: new Map(),
    cities: new Map(),
    projects: new Map(),
  }
  const { sections } = await readDemo(folder, 'newsroom.json', demoNewsroom)
  for (const [position, section] of sections.entries())
    registers.sections.set(section.slug, await fileSection(newsroom, { ...section, position }))
  for (const { acronym = null, country = null, site = null, ...organisation } of await readDemo(
    folder,
    'organisations.json',
    demoOrganisations,
  )) {
    registers.organisations.set(organisation.slug, await fileOrganisation(newsroom, { ...organisation, acronym, country, site }))
  }
  for (const { within, ...topic } of await readDemo(folder, 'topics.json', demoTopics)) {
    registers.topics.set(topic.slug, await fileTopic(newsroom, { ...topic, within: (within && registers.topics.get(within)) || null }))
  }
  for (const { organisation, ...person } of await readDemo(folder, 'people.json', demoPeople)) {
    registers.people.set(
      person.slug,
      await filePerson(newsroom, { ...person, organisation: (organisation && registers.organisations.get(organisation)) || null }),
    )
  }
  for (const city of await readDemo(folder, 'cities.json', demoCities)) registers.cities.set(city.slug, await fileCity(newsroom, city))
  for (const project of await readDemo(folder, 'projects.json', demoProjects)) await addProject(newsroom, registers, project)
  for (const { funder, project, emblems, ...said } of await readDemo(folder, 'visibility-rules.json', demoVisibilityRules)) {
    const rule = await fileVisibilityRule(newsroom, operator, {
      ...said,
      funder: idOf(registers.organisations, funder),
      project: project && idOf(registers.projects, project),
    })
    for (const [language, file] of Object.entries(emblems))
      await changeEmblem(newsroom, operator, { rule, language, bytes: await readFile(join(folder, file)) })
  }
  return registers
}

async function addProject(newsroom: Newsroom, registers: DemoRegisters, project: z.infer<typeof demoProjects>[number]): Promise<void> {
  const id = await fileProject(newsroom, {
    ...project,
    acronym: project.acronym ?? null,
    contact: project.contact ?? null,
    funders: project.funders.map((funder) => ({
      organisation: idOf(registers.organisations, funder.organisation),
      grantReference: funder.grantReference ?? null,
      share: funder.share ?? null,
    })),
    partners: project.partners.map((partner) => ({
      organisation: idOf(registers.organisations, partner.organisation),
      role: partner.role ?? null,
    })),
    places: project.places.map((place) => registers.cities.get(place) ?? place),
    topics: project.topics.map((topic) => idOf(registers.topics, topic)),
  })
  registers.projects.set(project.slug, id)
}

/** The id of a slug; a demo that refers to what it does not have is broken. */
export function idOf(register: Map<string, string>, slug: string): string {
  const id = register.get(slug)
  if (id === undefined) throw new Error(`the demo refers to "${slug}", which it does not have`)
  return id
}

/** Reads and checks one of the demo's files. */
export async function readDemo<Schema extends z.ZodType>(folder: string, name: string, schema: Schema): Promise<z.infer<Schema>> {
  return schema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))
}
