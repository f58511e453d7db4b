import { realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { settingsAbove } from '../config/load-settings.ts';
import type { Project } from './project.ts';

/** The project that a file belongs to, and its path in it, with forward slashes. */
export interface Home {
  readonly project: Project;
  readonly path: string;
}

/** The projects that are open. */
export interface Projects {
  /** The project in a folder, opened where it is not yet; `undefined` where the folder has no settings. */
  readonly open: (folder: string) => Project | undefined;
  /** The project with the nearest settings above a file. */
  readonly homeOf: (file: string) => Home | undefined;
  /** The open projects that a file lies in. */
  readonly around: (file: string) => readonly Home[];
  readonly all: () => readonly Project[];
  readonly close: (project: Project) => void;
}

/** Keeps one project for each folder, however links lead to it. */
export function openProjects(openIn: (folder: string) => Project): Projects {
  const byPlace = new Map<string, Project>();
  const projectIn = (folder: string): Project => {
    const place = realPlace(folder);
    const project = byPlace.get(place) ?? openIn(folder);
    byPlace.set(place, project);
    return project;
  };
  return {
    open: (folder) => (settingsAbove(join(folder, 'page.md')) === folder ? projectIn(folder) : undefined),
    homeOf: (file) => {
      const folder = settingsAbove(file);
      return folder === undefined
        ? undefined
        : { project: projectIn(folder), path: pathIn(folder, file) ?? file };
    },
    around: (file) =>
      [...byPlace.values()].flatMap((project) => {
        const path = pathIn(project.folder, file);
        return path === undefined ? [] : [{ project, path }];
      }),
    all: () => [...byPlace.values()],
    close: (project) => {
      project.close();
      byPlace.delete(realPlace(project.folder));
    },
  };
}

/** `undefined` for what lies outside of the folder. */
function pathIn(folder: string, file: string): string | undefined {
  const path = relative(folder, file).split(sep).join('/');
  return path === '..' || path.startsWith('../') || /^[A-Za-z]:/.test(path) ? undefined : path;
}

function realPlace(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}
