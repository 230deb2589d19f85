"""Small marks as SVG paths: a circle, a square, a triangle, a diamond, a cross. Each means one voice or one fate."""

from __future__ import annotations

from collections.abc import Callable

Shape = Callable[[float, float, float], str]


def circle(x: float, y: float, r: float) -> str:
    """A circle of radius r around (x, y)."""
    radius = f"{r:.2f} {r:.2f}"
    return f"M{x - r:.2f} {y:.1f}a{radius} 0 1 0 {2 * r:.2f} 0a{radius} 0 1 0 {-2 * r:.2f} 0z"


def square(x: float, y: float, r: float) -> str:
    """A square that looks as big as the circle."""
    side = 1.8 * r
    return f"M{x - side / 2:.1f} {y - side / 2:.1f}h{side:.1f}v{side:.1f}h{-side:.1f}z"


def triangle(x: float, y: float, r: float) -> str:
    """A triangle that points up."""
    return f"M{x:.1f} {y - 1.2 * r:.1f}l{1.2 * r:.1f} {2.1 * r:.1f}h{-2.4 * r:.1f}z"


def diamond(x: float, y: float, r: float) -> str:
    """A square on its corner."""
    side = 1.3 * r
    return f"M{x:.1f} {y - side:.1f}l{side:.1f} {side:.1f}l{-side:.1f} {side:.1f}l{-side:.1f} {-side:.1f}z"


def cross(x: float, y: float, r: float) -> str:
    """Two strokes; it has no inside to fill."""
    return f"M{x - r:.1f} {y - r:.1f}l{2 * r:.1f} {2 * r:.1f}M{x - r:.1f} {y + r:.1f}l{2 * r:.1f} {-2 * r:.1f}"


VOICES: tuple[Shape, ...] = (circle, square, triangle)
"""The shapes of the parties in their order; beyond three they come round again, in other colours."""
