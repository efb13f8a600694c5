/**
 * The display list: shapes, text with measured advance, groups; fonts and palette.
 *
 * <p>A drawing is data, not draw calls: the screen painter and every exporter are an exhaustive
 * switch over {@link wireflight.drawing.Item}. May use no other package of Wireflight. Start
 * reading at {@link wireflight.drawing.Drawing}.
 */
package wireflight.drawing;
