# SPDX-License-Identifier: EUPL-1.2
"""What the Extension Manager shows of the package, and how a newer version is found."""
import re
import struct
import subprocess
import sys
import unittest
import zipfile

from office import BUILD, ROOT, Office, url

sys.path.insert(0, str(ROOT / "package"))
import menu_icons  # noqa: E402 (the path to it was just added)

ABOUT = {"nl-NL": ("Meedoen: geld voor kinderen in armoede", "Project Meedoen", "Rekenfuncties voor Calc"),
         "en-US": ("Meedoen: money for children in poverty", "Meedoen project", "Calculation functions for Calc")}


def contrast(one, other):
    """As WCAG 2 defines it."""
    def light(colour):
        parts = [part / 255 for part in colour]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


class Menu(unittest.TestCase):
    """The pictures of its entries."""

    def test_every_entry_has_one_in_two_sizes(self):
        menu = (BUILD / "Addons.xcu").read_text(encoding="utf-8")
        entries, images = menu.split('<node oor:name="Images">')
        urls = re.findall(r"<value>meedoen:([a-z-]+)</value>", entries)
        self.assertEqual(urls, list(menu_icons.PICTURES))
        self.assertEqual(re.findall(r"<value>meedoen:([a-z-]+)</value>", images), urls)
        paths = re.findall(r"<value>%origin%/(icons/menu/[^<]*)</value>", images)
        self.assertEqual(len(paths), 2 * len(urls))
        with zipfile.ZipFile(BUILD / "meedoen.oxt") as package:
            for path in paths:
                content = package.read(path)
                size = int(path[-6:-4])
                self.assertEqual((content[:8], struct.unpack(">II", content[16:24])), (b"\x89PNG\r\n\x1a\n", (size, size)), path)
            self.assertEqual(len({package.read(path) for path in paths}), len(paths), "no two are the same")

    def test_they_can_be_seen_on_light_and_dark(self):
        """The office has one picture for both: 3 to 1, as WCAG 2.1 asks of graphics."""
        for colour in (menu_icons.BLUE, menu_icons.ORANGE):
            for ground in (menu_icons.WHITE, menu_icons.DARK):
                self.assertGreaterEqual(contrast(colour, ground), 3, (colour, ground))
        for name, picture in menu_icons.PICTURES.items():
            self.assertIn(picture[0][0], (menu_icons.BLUE, menu_icons.ORANGE), f"{name} begins with an edge or an area that is seen")


class Package(unittest.TestCase):
    def test_it_is_described_in_the_language_of_the_office(self):
        for locale, (name, publisher, description) in ABOUT.items():
            with self.subTest(locale), Office(locale) as office:
                manager = office.context.getValueByName("/singletons/com.sun.star.deployment.ExtensionManager")
                package = manager.getDeployedExtension("bundled", "meedoen.budget", "", None)
                self.assertEqual(package.DisplayName, name)
                self.assertEqual(package.PublisherInfo.First, publisher)
                self.assertTrue(package.Description.startswith(description), package.Description)
                self.assertIn(f"softwareVersion: {package.Version}\n", (ROOT / "publiccode.yml").read_text())
                self.assertIn("EUROPEAN UNION PUBLIC LICENCE", package.LicenseText)
                for high_contrast in (False, True):
                    self.assertEqual(package.getIcon(high_contrast).SizePixel.Width, 42)

    def test_a_newer_version_is_found_where_the_release_was_put(self):
        address = url(BUILD / "tests" / "published")
        published = BUILD / "tests" / "published" / "meedoen.update.xml"
        published.parent.mkdir(parents=True, exist_ok=True)
        feed = subprocess.run(["package/published.sh", "update", address], cwd=ROOT, check=True, stdout=subprocess.PIPE)
        published.write_bytes(feed.stdout)
        with Office() as office:
            provider = office.service("com.sun.star.deployment.UpdateInformationProvider")
            found = provider.getUpdateInformation((f"{address}/meedoen.update.xml",), "meedoen.budget")
            self.assertEqual(len(found), 1)
            download = found[0].getElementsByTagName("src").item(0)
            self.assertEqual(download.getAttributeNS("http://www.w3.org/1999/xlink", "href"), f"{address}/meedoen.oxt")

    def test_the_templates_name_one_version_of_opendocument(self):
        """LibreOffice 25.2 and later open no package whose manifest names another version than its documents."""
        templates = list((BUILD / "extensions" / "meedoen.budget" / "templates").rglob("*.ots"))
        self.assertTrue(templates)
        for template in templates:
            with self.subTest(template=template.name), zipfile.ZipFile(template) as package:
                found = {re.search(rf'{attribute}="([^"]*)"', package.read(name).decode())[1]
                         for attribute, names in (("manifest:version", ["META-INF/manifest.xml"]),
                                                  ("office:version", [name for name in package.namelist() if name.endswith(("content.xml", "styles.xml"))]))
                         for name in names}
                self.assertEqual(found, {"1.3"})

    def test_without_an_address_no_update_is_looked_for(self):
        description = (BUILD / "extensions" / "meedoen.budget" / "description.xml").read_text()
        self.assertNotIn("update-information", description)


if __name__ == "__main__":
    unittest.main()
