using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Axis.Contracts.Statements;
using Axis.Contracts.Wire;

namespace Axis.Hub.Tests.Statements.Render;

/// <summary>The JSON schema of a statement's content, made of the contract and of its documentation.</summary>
internal sealed partial class StatementSchema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, JsonNode> definitions = new(StringComparer.Ordinal);
    private readonly ILookup<string, XElement> documentation =
        XDocument.Load(Path.ChangeExtension(typeof(Statement).Assembly.Location, ".xml")).Descendants("member").ToLookup(member => (string)member.Attribute("name")!);

    public static string Write() => new StatementSchema().Generate();

    private string Generate()
    {
        SchemaOf(typeof(Statement));
        var root = definitions[nameof(Statement)].AsObject();
        definitions.Remove(nameof(Statement));
        root["properties"]!["form"] = new JsonObject { ["const"] = Statement.CurrentForm, ["description"] = "The form of this schema." };
        return new JsonObject(
        [
            new("$schema", "https://json-schema.org/draft/2020-12/schema"), new("$id", Statement.CurrentForm), new("title", nameof(Statement)),
            .. root.Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())),
            new("$defs", new JsonObject(definitions.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Key, one.Value)))),
        ]).ToJsonString(Readable);
    }

    private JsonNode SchemaOf(Type type) => WireJson.Options.GetJsonSchemaAsNode(type, new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => Transform(context.TypeInfo, node),
    });

    private JsonNode Transform(JsonTypeInfo type, JsonNode node)
    {
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (plain.IsEnum)
        {
            return new JsonObject { ["enum"] = new JsonArray([.. Enum.GetNames(plain).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))]) };
        }

        if (IsList(plain))
        {
            return ListOf(plain);
        }

        if (type.Kind == JsonTypeInfoKind.Object)
        {
            // The exporter describes a type once and refers to it by its path from then on.
            if (node["properties"] is JsonObject properties)
            {
                definitions.TryAdd(plain.Name, Define(plain, type, properties));
            }

            return new JsonObject { ["$ref"] = $"#/$defs/{plain.Name}" };
        }

        // What is absent is left out: null is never written.
        if (node["type"] is JsonArray words)
        {
            node["type"] = words.Select(word => (string)word!).Single(word => word != "null");
        }

        return node;
    }

    private JsonObject Define(Type plain, JsonTypeInfo type, JsonObject properties)
    {
        foreach (var property in type.Properties)
        {
            // The exporter forgets the form of a list that has a default.
            if (properties[property.Name] is JsonObject { Count: 1 } bare && bare.ContainsKey("default") && IsList(property.PropertyType))
            {
                properties[property.Name] = ListOf(property.PropertyType);
            }

            if (Describe(plain, property.Name) is { } words)
            {
                properties[property.Name]!["description"] = words;
            }
        }

        return new()
        {
            ["description"] = Words(documentation[$"T:{plain.FullName}"].Single().Element("summary")!),
            ["type"] = "object",
            ["properties"] = properties.DeepClone(),
            ["required"] = new JsonArray([.. type.Properties.Where(property => !IsOptional(property)).Select(property => (JsonNode)property.Name)]),
        };
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    private JsonObject ListOf(Type list) => new() { ["type"] = "array", ["items"] = SchemaOf(list.GenericTypeArguments[0]) };

    private static bool IsOptional(JsonPropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) is not null || (!property.PropertyType.IsValueType && property.IsGetNullable);

    /// <summary>A member is described by itself, or as a parameter of its record.</summary>
    private string? Describe(Type plain, string name)
    {
        var member = plain.GetProperties().Single(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name) == name).Name;
        var words = documentation[$"P:{plain.FullName}.{member}"].Elements("summary")
            .Concat(documentation[$"T:{plain.FullName}"].Elements("param").Where(param => (string)param.Attribute("name")! == member)).FirstOrDefault();
        return words is null ? null : Words(words);
    }

    private static string Words(XElement documentation) => Blank().Replace(
        string.Concat(documentation.Nodes().Select(node => node is XElement { Name.LocalName: "see" } see ? ((string)see.Attribute("cref")!).Split('.')[^1] : node is XElement other ? Word(other.Value) : node.ToString())),
        " ").Trim();

    /// <summary>What the code calls null is left out of the JSON.</summary>
    private static string Word(string code) => code == "null" ? "absent" : code;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
