# SPDX-License-Identifier: EUPL-1.2
"""What the Extension Manager shows of the package, and how a newer version is found."""
import re
import subprocess
import unittest
import zipfile

from office import BUILD, ROOT, Office, url

ABOUT = {"nl-NL": ("Meedoen: geld voor kinderen in armoede", "Project Meedoen", "Rekenfuncties voor Calc"),
         "en-US": ("Meedoen: money for children in poverty", "Meedoen project", "Calculation functions for Calc")}


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
