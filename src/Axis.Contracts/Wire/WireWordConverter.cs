using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Axis.Contracts.Wire;

/// <summary>Enums as camelCase words, exactly: the library's own converter would also take other cases and lists.</summary>
internal sealed class WireWordConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Words<>).MakeGenericType(typeToConvert))!;

    private sealed class Words<T> : JsonConverter<T> where T : struct, Enum
    {
        private static readonly FrozenDictionary<T, string> ToWord = Enum.GetValues<T>()
            .ToFrozenDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

        private static readonly FrozenDictionary<string, T> ToValue = ToWord
            .ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && ToValue.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new JsonException($"The value is no word of {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(ToWord[value]);
    }
}
