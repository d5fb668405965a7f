"""Finds as Arrow tables, typed after the model."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, get_args

import msgspec
from msgspec import inspect

from onrecord.model import AnyFind, Entry
from onrecord.model.errors import OnrecordError
from onrecord.model.vocabulary import Kind

if TYPE_CHECKING:
    import pyarrow as pa


def to_table(entries: Iterable[Entry], kind: Kind) -> "pa.Table":
    """The finds of one kind, a row each: the article's columns, then every field of the kind, nested as in the model.

    Raises `OnrecordError` where pyarrow is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise OnrecordError("Arrow tables need pyarrow: pip install 'onrecord[arrow]'") from error
    of_article = [
        ("article_id", pa.string()),
        ("article_outlet", pa.string()),
        ("published", pa.string()),
        ("url", pa.string()),
    ]
    rows = [
        {
            "article_id": e.article.id,
            "article_outlet": e.article.outlet,
            "published": e.article.published,
            "url": e.article.url,
        }
        | msgspec.to_builtins(e.find)
        for e in entries
    ]
    struct = next(t for t in get_args(AnyFind) if t.__struct_config__.tag == kind)
    fields = [pa.field(name, type_) for name, type_ in (*of_article, ("kind", pa.string()))]
    return pa.Table.from_pylist(rows, schema=pa.schema([*fields, *_fields(inspect.type_info(struct))]))


def _fields(struct: Any) -> "list[pa.Field[Any]]":
    import pyarrow as pa

    return [pa.field(field.encode_name, _type(field.type)) for field in struct.fields]


def _type(info: inspect.Type) -> "pa.DataType":
    import pyarrow as pa

    match info:
        case inspect.UnionType(types=types):
            return _type(next(t for t in types if not isinstance(t, inspect.NoneType)))
        case inspect.VarTupleType(item_type=item):
            return pa.list_(_type(item))
        case inspect.StructType():
            return pa.struct(_fields(info))
        case inspect.IntType():
            return pa.int64()
        case inspect.FloatType():
            return pa.float64()
        case inspect.BoolType():
            return pa.bool_()
        case inspect.StrType() | inspect.LiteralType():
            return pa.string()
    raise TypeError(f"no Arrow type for {info}")
