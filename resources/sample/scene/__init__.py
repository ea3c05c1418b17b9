"""The two sets in Blender: the product, the studio, the kitchen table, light and camera.

All lengths are centimetres: one Blender unit is one centimetre, which keeps the
rigid-body solver in the range it is tuned for. Z is up, and the product's front
faces -Y. Colours are linear RGB, 0..1, as Blender takes them.
"""

# Before any module of ours: bmesh and mathutils exist only once bpy has been loaded.
import bpy  # noqa: F401
