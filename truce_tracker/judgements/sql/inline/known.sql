-- Which claims, each for each of its parties and commitments, are known as of :as_of?         (definitions: "Known")
SELECT * FROM pair WHERE known <= :as_of
