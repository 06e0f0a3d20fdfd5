/** In CSS pixels; both 3 : 2, like the pictures that may stand in a map's place. */
export const mapSize = { width: 720, height: 480 }
export const thumbSize = { width: 180, height: 120 }
