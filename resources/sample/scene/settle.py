"""Where gummies come to rest: Blender's rigid bodies do the tumbling."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Sequence

import bmesh
import bpy
from mathutils import Matrix
from product import JAR_CORNER_RADIUS, JAR_HALF_WIDTH, JAR_NECK_Z, WALL_CLEARANCE, Point3

from .bears import BEAR_FOOT_DEPTH, TUMBLING_VOXEL, Pose, bear_mesh
from .mesh import empty_scene, place

# (where, Euler angles in radians) before the fall
Start = tuple[Point3, Point3]


def pour_into_jar(count: int, seed: int) -> list[Pose]:
    """Let gummies tumble into the jar, four at a time."""
    rng = random.Random(seed)
    starts = []
    for i in range(count):
        layer, spot = divmod(i, 4)
        x = (1.45 if spot % 2 else -1.45) + rng.uniform(-0.1, 0.1)
        y = (1.45 if spot // 2 else -1.45) + rng.uniform(-0.1, 0.1)
        angles = (rng.uniform(0, math.tau), rng.uniform(0, math.tau), rng.uniform(0, math.tau))
        starts.append(((x, y, 2.2 + layer * 3.2), angles))
    poses = _settle(starts, _jar_walls, frames=170)
    # No gummy may stand up into the lid, which the simulation knows nothing of.
    return [pose for pose in poses if pose.z > 0 and pose.top < JAR_NECK_Z + 0.13]


def drop_on_table(places: Sequence[tuple[float, float]], seed: int) -> list[Pose]:
    """Let single gummies fall flat on the table top (z = 0)."""
    rng = random.Random(seed)
    starts = []
    for x, y in places:
        lean = -math.pi / 2 + rng.uniform(-0.5, 0.5)
        starts.append(((x, y, 1.1), (lean, rng.uniform(-0.4, 0.4), rng.uniform(0, math.tau))))
    return _settle(starts, _table_top, frames=60)


def stand_on_table(spots: Sequence[tuple[float, float, float]]) -> list[Pose]:
    """Gummies upright as a stylist sets them: (x, y, turn in degrees), facing front."""
    poses = []
    for x, y, turn in spots:
        spot = Matrix.Translation((x, y, BEAR_FOOT_DEPTH))
        poses.append(Pose.of(spot @ Matrix.Rotation(math.radians(turn), 4, "Z")))
    return poses


def _settle(starts: Iterable[Start], walls: Callable[[], None], frames: int) -> list[Pose]:
    """Drop gummies between walls, in a scene of their own; return where they lie."""
    scene = empty_scene()
    bpy.ops.rigidbody.world_add()
    scene.gravity = (0, 0, -90)  # brisk, to settle in few frames
    world = scene.rigidbody_world
    world.substeps_per_frame = 14
    world.solver_iterations = 16
    world.point_cache.frame_end = frames
    walls()
    mesh = bear_mesh(TUMBLING_VOXEL)
    bears = [_add_tumbling(mesh, start) for start in starts]
    for frame in range(1, frames + 1):  # the solver works frame by frame, none may be skipped
        scene.frame_set(frame)
    graph = bpy.context.evaluated_depsgraph_get()
    return [Pose.of(obj.evaluated_get(graph).matrix_world) for obj in bears]


def _add_tumbling(mesh: bpy.types.Mesh, start: Start) -> bpy.types.Object:
    obj = place("bear", mesh)
    obj.location, obj.rotation_euler = start
    bpy.context.view_layer.objects.active = obj
    bpy.ops.rigidbody.object_add(type="ACTIVE")
    body = obj.rigid_body
    body.collision_shape = "CONVEX_HULL"
    body.collision_margin = 0.0
    body.friction = 0.35
    body.restitution = 0.0
    body.linear_damping = 0.1
    body.angular_damping = 0.3
    return obj


def _jar_walls() -> None:
    inner = JAR_HALF_WIDTH - WALL_CLEARANCE
    tall, thick = 60.0, 4.0
    _add_wall((0, 0, -thick + WALL_CLEARANCE), (12, 12, thick))
    for turn in range(4):
        a = turn * math.pi / 2
        reach = inner + thick
        _add_wall((reach * math.cos(a), reach * math.sin(a), tall), (thick, 12, tall), a)
        # Rounded corners, flattened: one slanted wall each.
        b = a + math.pi / 4
        slant = (inner - JAR_CORNER_RADIUS) * math.sqrt(2) + JAR_CORNER_RADIUS * 0.97 + thick
        _add_wall((slant * math.cos(b), slant * math.sin(b), tall), (thick, 12, tall), b)


def _table_top() -> None:
    _add_wall((0, 0, -4), (60, 60, 4))


def _add_wall(centre: Point3, half: Point3, turn_z: float = 0.0) -> None:
    """A box that nothing moves: `half` its sides, turned about Z in radians."""
    shape = bmesh.new()
    bmesh.ops.create_cube(shape, size=2.0, matrix=Matrix.Diagonal((*half, 1.0)))
    mesh = bpy.data.meshes.new("wall")
    shape.to_mesh(mesh)
    shape.free()
    obj = place("wall", mesh)
    obj.location = centre
    obj.rotation_euler = (0, 0, turn_z)
    bpy.context.view_layer.objects.active = obj
    bpy.ops.rigidbody.object_add(type="PASSIVE")
    obj.rigid_body.collision_shape = "BOX"
    obj.rigid_body.friction = 0.4
    obj.rigid_body.collision_margin = 0.0
