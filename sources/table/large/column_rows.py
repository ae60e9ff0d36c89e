"""The rows of a large table as columns: the distinct cells of each column, and for each row which of them it has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, overload

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from sources.table.raw import RawTable

_FEW = 50_000
Codes = NDArray[np.int32]
Mask = NDArray[np.bool_]


class ColumnRows(Sequence[dict[str, str]]):
    """Rows of text that take their room once a distinct cell; a row is made when it is asked for.

    `columns` maps each column to a `pyarrow.DictionaryArray` of strings without nulls, all of one length.
    """

    def __init__(self, columns: Mapping[str, Any]) -> None:
        self._words = {name: column.dictionary for name, column in columns.items()}
        self._codes: dict[str, Codes] = {
            name: column.indices.to_numpy(zero_copy_only=False) for name, column in columns.items()
        }
        self._kept = {name: _texts(words) for name, words in self._words.items() if len(words) <= _FEW}
        self._numbers: dict[str, dict[str, int]] = {}
        self._length = len(next(iter(self._codes.values()))) if columns else 0

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self._codes)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> dict[str, str]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[dict[str, str]]: ...
    def __getitem__(self, at: int | slice) -> dict[str, str] | Sequence[dict[str, str]]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(self._length))]
        return {name: self._word(name, int(codes[at])) for name, codes in self._codes.items()}

    def _word(self, column: str, number: int) -> str:
        """A distinct cell; those of a column that has few are kept as text."""
        words = self._kept.get(column)
        if words is not None:
            return words[number]
        text: str = self._words[column][number].as_py()
        return text

    def __iter__(self) -> Iterator[dict[str, str]]:
        words = {name: _texts(column) for name, column in self._words.items()}
        for at in range(self._length):
            yield {name: words[name][codes[at]] for name, codes in self._codes.items()}

    def words(self, column: str) -> list[str]:
        """The distinct cells of a column; one empty cell where there is no such column."""
        if column in self._kept:
            return self._kept[column]
        return _texts(self._words[column]) if column in self._words else [""]

    def codes(self, column: str) -> Codes:
        """For each row the number of its cell among the words of a column."""
        return self._codes[column] if column in self._codes else np.zeros(self._length, dtype=np.int32)

    def where(self, column: str, wanted: Callable[[str], bool]) -> Mask:
        """For each row whether its cell is wanted, asked once a distinct cell."""
        told = np.fromiter((wanted(word) for word in self.words(column)), dtype=np.bool_)
        return told[self.codes(column)] if self._length else np.zeros(0, dtype=np.bool_)

    def is_one_of(self, column: str, values: Collection[str]) -> Mask:
        """For each row whether its cell is one of some values."""
        return self.where(column, lambda word: word in values)

    def cell(self, column: str, word: str) -> int:
        """The number of a distinct cell of a column, -1 where no row has it."""
        if column not in self._numbers:
            self._numbers[column] = {each: at for at, each in enumerate(self.words(column))}
        return self._numbers[column].get(word, -1)

    def filled(self, column: str) -> Mask:
        """For each row whether its cell holds anything."""
        return self.where(column, bool)

    def numbered(self, columns: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For each row the number of what it has in some columns together, and for each number a row that has it."""
        key = np.zeros(self._length, dtype=np.int64)
        for column in columns:
            width = max(1, len(self._words[column]) if column in self._words else 1)
            _, key = np.unique(key * width + self.codes(column), return_inverse=True)
        _, first = np.unique(key, return_index=True)
        return key, first

    def distinct(self, columns: Sequence[str]) -> list[dict[str, str]]:
        """A row for each combination that stands in some columns, of those columns alone."""
        _, first = self.numbered(columns)
        words = {column: self.words(column) for column in columns}
        return [{column: words[column][self.codes(column)[at]] for column in columns} for at in first]

    def arrays(self) -> dict[str, Any]:
        """The columns as they were given."""
        return {
            name: pa.DictionaryArray.from_arrays(pa.array(codes), self._words[name])
            for name, codes in self._codes.items()
        }


def columns_of(table: RawTable) -> ColumnRows:
    """The columns of a large table."""
    assert isinstance(table.rows, ColumnRows), f"{table.file} is no large table"
    return table.rows


def _texts(words: Any) -> list[str]:
    texts: list[str] = words.to_pylist()
    return texts


def joined(parts: Sequence[ColumnRows]) -> ColumnRows:
    """Rows of several tables one after the other; a column that one lacks is empty there."""
    names = dict.fromkeys(name for part in parts for name in part.columns)
    arrays = [part.arrays() for part in parts]
    columns = {}
    for name in names:
        chunks = [own[name] if name in own else _empty(len(part)) for own, part in zip(arrays, parts, strict=True)]
        columns[name] = pa.chunked_array(chunks).unify_dictionaries().combine_chunks()
    return ColumnRows(
        {name: one.chunk(0) if isinstance(one, pa.ChunkedArray) else one for name, one in columns.items()}
    )


def of_rows(rows: Sequence[Mapping[str, str]]) -> ColumnRows:
    """Plain rows as columns."""
    names = dict.fromkeys(name for row in rows for name in row)
    return ColumnRows(
        {name: pa.array([row.get(name, "") for row in rows], pa.string()).dictionary_encode() for name in names}
    )


def _empty(length: int) -> Any:
    return pa.DictionaryArray.from_arrays(pa.array(np.zeros(length, dtype=np.int32)), pa.array([""], pa.string()))
