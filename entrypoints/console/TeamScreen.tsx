// placeholder
export function TeamScreen() {
  return null
}
