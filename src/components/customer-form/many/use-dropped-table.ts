import { useEffect, useState } from 'preact/hooks';
import { blobOf, type NamedTable } from './named-table.ts';

/** Why what was dropped is not read. */
export type DropRefusal = 'folder' | 'severalFiles';

/**
 * Lets a file, or rows that are dragged from a spreadsheet, be dropped on an element. A file that misses it is not opened
 * in place of the page, as browsers would: what is in the form would be gone from view.
 * @returns whether something is held over the element, and what the element needs
 */
export function useDroppedTable({
  pastedName,
  onTable,
  onRefused,
}: {
  readonly pastedName: string;
  readonly onTable: (table: NamedTable) => void;
  readonly onRefused: (reason: DropRefusal) => void;
}) {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    addEventListener('dragover', keepPage);
    addEventListener('drop', keepPage);
    return () => {
      removeEventListener('dragover', keepPage);
      removeEventListener('drop', keepPage);
    };
  }, []);
  const onDrop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    setIsOver(false);
    const transfer = event.dataTransfer;
    if (transfer === null) return;
    const [file, another] = transfer.files;
    if (another !== undefined) onRefused('severalFiles');
    else if (transfer.items[0]?.webkitGetAsEntry()?.isDirectory === true) onRefused('folder');
    else if (file !== undefined) onTable({ source: file, name: file.name });
    else {
      const text = transfer.getData('text/plain');
      if (text !== '') onTable({ source: await blobOf(text), name: pastedName });
    }
  };
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent): void => {
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave: ({ currentTarget, relatedTarget }: DragEvent): void => {
        const isInside =
          currentTarget instanceof Node &&
          relatedTarget instanceof Node &&
          currentTarget.contains(relatedTarget);
        if (!isInside) setIsOver(false);
      },
      onDrop: (event: DragEvent): void => void onDrop(event),
    },
  };
}

function keepPage(event: DragEvent): void {
  if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
}
