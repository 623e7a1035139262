"""Abbreviations of a title are spelled as the text spells them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("name", "body", "title"),
    [
        ("tkx-pilot", "You pilot a TKX ferry.", "TKX Pilot"),
        ("tkx-pilot", "You pilot a ferry. See `tkx:help` and agents/tkx-pilot.md.", "Tkx Pilot"),
        ("tkx-pilot", "You pilot a Tkx ferry, once called TKX.", "Tkx Pilot"),
        ("arpa-pilot", "The ARPA buoy blinks. No ARPA buoy is dark.", "ARPA Pilot"),
        ("arpa-pilot", "The ARPA buoy blinks.", "Arpa Pilot"),
        ("fog-pilot", "DO NOT LEAVE IN FOG OR ICE. THE FOG IS THICK.", "Fog Pilot"),
        ("fog-pilot", "Wait for the FOG horn, the FOG horn of the pier, in fog.", "Fog Pilot"),
        ("tkx-pilot", "# Tide pilot\n\nYou pilot a TKX ferry.", "Tide pilot"),
        ("Tkx Pilot", "You pilot a TKX ferry.", "Tkx Pilot"),
    ],
)
def test_a_title_takes_capitals_that_stand_in_the_text_alone(name, body, title, persona):
    made = persona(f"---\nname: {name}\ndescription: Pilots.\n---\n{body}\n")
    assert made.title == title
