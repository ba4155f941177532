using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Axis.Journeys.Standards;

public partial class PackagingTests
{
    [Fact]
    public void Every_package_has_one_exact_version()
    {
        var pins = XDocument.Parse(Tree.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(pin => (Name: (string)pin.Attribute("Include")!, Version: (string)pin.Attribute("Version")!)).ToArray();
        pins.ShouldNotBeEmpty();
        pins.Where(pin => !Exact().IsMatch(pin.Version)).ShouldBeEmpty();
        pins.GroupBy(pin => pin.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }

    /// <summary>Version 9 is commercial: nobody gets it by an update of the file.</summary>
    [Fact]
    public void MassTransit_stays_at_its_last_free_version() =>
        XDocument.Parse(Tree.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .Where(pin => ((string)pin.Attribute("Include")!).StartsWith("MassTransit", StringComparison.Ordinal))
            .Select(pin => (string)pin.Attribute("Version")!).Distinct().ShouldBe(["[8.5.12]"]);

    [Fact]
    public void No_project_names_a_version_of_its_own() =>
        Tree.Files("src", "*.csproj").Concat(Tree.Files("tests", "*.csproj"))
            .Where(path => XDocument.Parse(Tree.Read(path)).Descendants("PackageReference").Any(reference => reference.Attribute("Version") is not null))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("src/Axis.Hub", "axis-hub")]
    [InlineData("src/Agency.Adapter", "axis-adapter")]
    public void Every_statement_is_embedded(string folder, string assembly)
    {
        var embedded = Product.All.Single(product => product.GetName().Name == assembly).GetManifestResourceNames();
        Tree.Files(folder, "*.sql")
            .Where(path => !embedded.Any(name => name.EndsWith("." + Path.GetFileName(path), StringComparison.Ordinal) || path.EndsWith("/" + name, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_statement_has_both_dialects_or_is_portable() =>
        Tree.Files("src/Axis.Hub", "*.sql")
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal) && Dialect().IsMatch(path))
            .GroupBy(path => Dialect().Replace(path, ".sql")).Where(group => group.Count() != 2 || File.Exists(Path.Combine(Tree.Root, group.Key)))
            .Select(group => group.Key).ShouldBeEmpty();

    [Fact]
    public void Nothing_secret_or_local_is_tracked()
    {
        var tracked = Tree.Tracked();
        if (tracked is null)
        {
            Assert.Skip("This copy is no git checkout.");
        }

        tracked.Where(path => Secret().IsMatch(path)).ShouldBeEmpty();
        tracked.Where(path => Path.GetExtension(path) is ".cs" or ".sh" or ".json" or ".yaml" or ".yml" or ".md" or ".txt" or ".props" or ".csproj")
            .Where(path => File.Exists(Path.Combine(Tree.Root, path)) && PrivateKey().IsMatch(Tree.Read(path))).ShouldBeEmpty();
    }

    [GeneratedRegex(@"^(\[\d+(\.\d+){1,3}\]|\d+(\.\d+){1,3}(-[0-9A-Za-z.]+)?)$")]
    private static partial Regex Exact();

    [GeneratedRegex(@"\.(mssql|sqlite)\.sql$")]
    private static partial Regex Dialect();

    [GeneratedRegex(@"\.(key|pem|pfx|p12|crt|cer|der|jks|snk|db|sqlite|user)$", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/=]{40}")]
    private static partial Regex PrivateKey();
}
