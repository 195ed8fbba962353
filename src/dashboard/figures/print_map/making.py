"""Maps for paper: asked for by a selection, given as the bytes of a file. No browser, no state in between."""

import threading
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Any, Literal, TypeAlias

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from dashboard.boundaries import Layer, layer_in_force
from dashboard.figures.print_map.content import Content, content_of
from dashboard.figures.print_map.drawing import draw_map
from dashboard.figures.print_map.sheet import SHEETS, Paper
from dashboard.figures.words import Background, Words, words_about
from dashboard.measures import data_version, figures_by_commune
from dashboard.measures.map_values import map_values
from dashboard.measures.selection import Selection
from dashboard.store.database import Store

Form: TypeAlias = Literal["png", "svg", "pdf"]
DPI = 300
PNG_EFFORT = 1  # of 9: what maps have most of, plain areas, packs as well; the highest takes twice as long

# One at a time: a map takes a core for a second, and readers of the pages need the other.
_drawing = threading.Lock()


@dataclass(frozen=True)
class MapRequest:
    """The map that is asked for: of what, on which paper, in greys for black-and-white print, as of when.

    `communes` () colours all, else only these. `data_version` is what a document calls the state of its
    figures; None: the database's own.
    """

    selection: Selection
    form: Form = "pdf"
    paper: Paper = "a4"
    is_grey: bool = False
    as_of: datetime | None = None
    communes: tuple[str, ...] = ()
    data_version: str | None = None


@dataclass(frozen=True)
class PrintedMap:
    """A map as a file, the Vietnamese text that stands for it, and a name for it without its ending."""

    content: bytes
    alt: str
    file_name: str


def print_map(request: MapRequest, store: Store) -> PrintedMap:
    """The map as a file: PNG at 300 dots per inch, SVG with its text as text, PDF with its fonts inside.

    The same figures give the same bytes.
    """
    layer = layer_in_force(store)  # may publish the schematic layer, so it comes before the version
    cursor = store.reader()
    try:
        version = request.data_version or data_version(cursor)
        behind = Background(layer.note, version, request.as_of, len(request.communes))
        words = words_about(cursor, request.selection, behind)
        figures = _figures(cursor, request)
        values = map_values(figures, request.selection.measure, layer.codes)
    finally:
        cursor.close()
    content = content_of(values, words, request.is_grey)
    name = "_".join([words.file_name, request.paper, *(["den-trang"] if request.is_grey else [])])
    return PrintedMap(drawn(content, layer, request), words.alt, name)


def _figures(cursor: duckdb.DuckDBPyConnection, request: MapRequest) -> pa.Table:
    """The figures by commune, of the communes that the map is about."""
    figures = figures_by_commune(cursor, replace(request.selection.scope, as_of=request.as_of))
    if not request.communes:
        return figures
    return figures.filter(pc.is_in(figures["commune_code"], pa.array(request.communes)))


def print_map_png(
    selection: Selection, store: Store, paper: Paper = "report", as_of: datetime | None = None
) -> PrintedMap:
    """The map as PNG at 300 dots per inch, by itself the size of a page of the report inside its margins."""
    return print_map(MapRequest(selection, "png", paper, as_of=as_of), store)


def drawn(content: Content, layer: Layer, request: MapRequest) -> bytes:
    """The bytes of a map whose content is known."""
    with _drawing:
        figure = draw_map(content, layer, SHEETS[request.paper], request.is_grey)
        return _saved(figure, request.form, content.words)


def _saved(figure: Figure, form: Form, words: Words) -> bytes:
    stream = BytesIO()
    title = f"{words.title}, {words.lines[0]}"
    if form == "png":
        _save_png(figure, stream, {"Title": title, "Description": words.alt})
        return stream.getvalue()
    undated: dict[str, Any] = {"Title": title, "Creator": None}
    if form == "pdf":
        undated |= {"Subject": words.alt, "Producer": None, "CreationDate": None}
        FigureCanvasPdf(figure).print_figure(stream, format="pdf", dpi=DPI, metadata=undated)
    else:
        undated |= {"Description": words.alt, "Date": None}
        FigureCanvasSVG(figure).print_figure(stream, format="svg", metadata=undated)
    return stream.getvalue()


def _save_png(figure: Figure, stream: BytesIO, told: dict[str, str]) -> None:
    """PNG through Pillow: without transparency, a third less to compress than what matplotlib would write."""
    figure.set_dpi(DPI)
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    about = PngInfo()
    for key, text in told.items():
        about.add_itxt(key, text)
    picture = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    picture.save(stream, "png", dpi=(DPI, DPI), pnginfo=about, compress_level=PNG_EFFORT)
