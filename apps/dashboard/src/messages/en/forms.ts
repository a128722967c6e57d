
export const forms = {
  save: 'Save',
  saved: 'Saved.',
  cancel: 'Cancel',
  stale: 'Someone else changed this while you were editing',
  staleText: 'Your changes are still in the form. Save yours over theirs, or use theirs and edit again.',
  mine: 'Save mine',
  theirs: 'Use theirs',
  more: 'Show more',
  hours: 'hours',
  leaveTitle: 'Leave without saving?',
  leaveText: 'Your changes on this page will be lost.',
  leave: 'Leave',
  keepEditing: 'Keep editing',
}
