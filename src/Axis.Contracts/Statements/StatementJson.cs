using System.Security.Cryptography;
using System.Text.Json;
using Axis.Contracts.Wire;

namespace Axis.Contracts.Statements;

/// <summary>
/// The one JSON form of a statement's content: <see cref="WireJson"/> with the members in the order in which they are declared and nothing between them, so that equal contents are equal bytes.
/// </summary>
public static class StatementJson
{
    /// <summary>Writes a content as UTF-8.</summary>
    public static byte[] Write(Statement statement) => WireJson.Write(statement);

    /// <summary>Reads a content.</summary>
    /// <exception cref="JsonException">The bytes are no statement of a known form.</exception>
    public static Statement Read(ReadOnlySpan<byte> content) => WireJson.Read<Statement>(content) is { Form: Statement.CurrentForm } statement
        ? statement
        : throw new JsonException($"Not a statement of the form {Statement.CurrentForm}.");

    /// <summary>Lower-case hex SHA-256 of a content, by which versions are told apart.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
