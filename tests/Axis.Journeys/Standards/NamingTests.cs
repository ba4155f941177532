using System.Text.RegularExpressions;

namespace Axis.Journeys.Standards;

public partial class NamingTests
{
    private const int SmallCompanion = 25;

    [Fact]
    public void No_type_is_named_for_nothing() =>
        Product.All.SelectMany(Product.Types).Where(type => Empty().IsMatch(type.Name)).Select(type => type.FullName).ShouldBeEmpty();

    /// <summary>
    /// One top-level type per file. A family of records, enums and ports may share one, and so may a small companion of its class.
    /// </summary>
    [Fact]
    public void A_file_holds_one_class() =>
        Sources().Select(path => (path, classes: LargeClasses(Tree.Read(path))))
            .Where(file => file.classes.Count > 1).Select(file => $"{file.path}: {string.Join(", ", file.classes)}").ShouldBeEmpty();

    [Fact]
    public void A_file_is_named_for_a_type_it_holds() =>
        Sources().Where(path => !Path.GetFileName(path).StartsWith("Program.", StringComparison.Ordinal))
            .Select(path => (path, types: AnyType().Matches(Tree.Read(path)).Select(match => match.Groups[1].Value).ToArray()))
            .Where(file => file.types.Length == 1 && !Path.GetFileName(file.path).StartsWith(file.types[0] + ".", StringComparison.Ordinal))
            .Select(file => $"{file.path} holds {file.types[0]}").ShouldBeEmpty();

    [Fact]
    public void A_namespace_follows_its_folder() =>
        Sources().Select(path => (path, space: Space().Match(Tree.Read(path)).Groups[1].Value))
            .Where(file => file.space.Length > 0 && file.space != Path.GetDirectoryName(file.path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.'))
            .Select(file => $"{file.path} says {file.space}").ShouldBeEmpty();

    private static List<string> LargeClasses(string source) =>
        [.. Class().Matches(source).Where(match => Lines(source, match.Index) > SmallCompanion).Select(match => match.Groups[1].Value)];

    /// <summary>Lines of a top-level declaration: its closing brace stands alone at the margin.</summary>
    private static int Lines(string source, int start)
    {
        var end = source.IndexOf("\n}", start, StringComparison.Ordinal);
        return source.AsSpan(start, (end < 0 ? source.Length : end) - start).Count('\n') + 1;
    }

    private static IEnumerable<string> Sources() => Tree.Files("src", "*.cs");

    [GeneratedRegex("(Manager|Helper|Helpers|Utils|Utilities|Common)$")]
    private static partial Regex Empty();

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|abstract|static|partial|unsafe) )*class (?!\w+Exception\b)(\w+)", RegexOptions.Multiline)]
    private static partial Regex Class();

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|abstract|static|partial|readonly|unsafe) )*(?:class|record struct|record class|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex AnyType();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Space();
}
